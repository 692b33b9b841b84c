/**
 * The words of a command line up to the cursor, as a shell would split them; the last one is the one under the cursor, perhaps
 * empty. Quotes and backslashes are taken away, nothing is expanded.
 */
export function splitLine(line: string): readonly string[] {
  const words = [''];
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at]!;
    const last = words.length - 1;
    if (char === '\\' && quote !== "'") words[last] += line[(at += 1)] ?? '';
    else if (quote) {
      if (char === quote) quote = '';
      else words[last] += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (!/\s/.test(char)) words[last] += char;
    else if (at > 0 && !/\s/.test(line[at - 1]!)) words.push('');
  }
  return words;
}
