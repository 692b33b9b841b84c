/** What somebody typed. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'help' | 'list' }
  | { readonly kind: 'exit' }
  /** Everybody unless somebody is named; nobody any more with `off`. */
  | { readonly kind: 'watch'; readonly whom: string | undefined }
  /** To whoever the last message went, when nobody is named. */
  | { readonly kind: 'message'; readonly to: string | undefined; readonly text: string }
  | { readonly kind: 'unclear'; readonly why: string };

/** For completion, in the order of help. */
export const commandWords = ['help', 'list', 'watch', 'exit'] as const;

export const helpText = `eve: hello       to eve; also to the beginning of a name, to @profile of this machine or to a client id
: hello          to whoever the last message went
list             who is there; so is /list, as all commands with a slash before them
watch [name]     shows who comes and goes, everybody or one; watch off ends it
exit             ends; so does Ctrl-D`;

/** Reads `eve: hello`, `: and more`, `list` and the like. */
export function parseLine(typed: string): Line {
  const line = typed.trim();
  if (line === '') return { kind: 'nothing' };
  const command = /^\/?(help|list|exit|watch)$/i.exec(line)?.[1]?.toLowerCase() as (typeof commandWords)[number] | undefined;
  if (command !== undefined) return command === 'watch' ? { kind: 'watch', whom: undefined } : { kind: command };
  const watched = /^\/?watch\s+([^\s:]+)$/i.exec(line)?.[1];
  if (watched !== undefined) return { kind: 'watch', whom: watched };
  if (line.startsWith('/')) return unclear(`there is no command ${JSON.stringify(line.split(/\s/)[0])}: help shows them`);
  return parseMessage(line);
}

function parseMessage(line: string): Line {
  const colon = line.indexOf(':');
  const to = line.slice(0, colon).trim();
  if (colon < 0 || /\s/.test(to)) return unclear('whom is it for? A name, a colon and the text, such as eve: hello');
  const text = line.slice(colon + 1).replace(/^ /, '');
  if (text.trim() === '') return unclear(`there is nothing behind the colon to send${to === '' ? '' : ` to ${to}`}`);
  return { kind: 'message', to: to === '' ? undefined : to, text };
}

const unclear = (why: string): Line => ({ kind: 'unclear', why });
