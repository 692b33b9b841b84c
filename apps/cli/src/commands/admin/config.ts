import { WireError } from '@keyway/wire';
import { Command } from 'commander';
import type { Act } from '../../act.js';
import { parseBytes, parseDuration } from '../../amounts.js';
import type { Context } from '../../context.js';
import { withOperator, type OperatorOptions } from '../../operator.js';
import type { FleetAdmin } from '@keyway/client';

type Settings = Awaited<ReturnType<FleetAdmin['settings']>>;

/** How each is written at the command line, and what it means. */
const settings: Readonly<Record<keyof Settings, { readonly key: string; readonly kind: 'ms' | 'bytes' | 'count'; readonly what: string }>> =
  {
    heartbeatMs: { key: 'heartbeat', kind: 'ms', what: 'send something at least this often' },
    timeoutMs: { key: 'timeout', kind: 'ms', what: 'who is silent for longer is gone' },
    maxBodyBytes: { key: 'max-body', kind: 'bytes', what: 'one message body' },
    windowMessages: { key: 'window-messages', kind: 'count', what: 'messages a client may have unanswered' },
    windowBytes: { key: 'window-bytes', kind: 'bytes', what: 'bytes of bodies a client may have unanswered' },
    maxStreams: { key: 'max-streams', kind: 'count', what: 'streams one side may open in a session' },
  };
const fields = Object.keys(settings) as (keyof Settings)[];

export const configCommand = (act: Act): Command =>
  new Command('config')
    .description('the settings of sessions: limits and times every client is given')
    .addCommand(new Command('show').description('show them').action(act(show)), { isDefault: true })
    .addCommand(
      new Command('set')
        .description('change some; attached clients hear of it at once')
        .argument('<key=value...>', `${fields.map((field) => settings[field].key).join(', ')}, such as heartbeat=10s or max-body=128k`)
        .action(act(set)),
    );

async function show(context: Context, options: OperatorOptions): Promise<void> {
  await withOperator(context, options, async ({ admin }) => tell(context, await admin.settings(), []));
}

async function set(context: Context, options: OperatorOptions, pairs: readonly string[]): Promise<void> {
  const wanted = Object.fromEntries(pairs.map(settingOf)) as Partial<Settings>;
  await withOperator(context, options, async ({ admin }) => {
    await admin.setSettings(wanted);
    tell(context, await admin.settings(), Object.keys(wanted));
  });
}

function tell({ terminal }: Context, now: Settings, changed: readonly string[]): void {
  terminal.data(now);
  for (const field of fields) {
    const { key, kind, what } = settings[field];
    const mark = changed.includes(field) ? terminal.paint('yellow', ' (set now)') : '';
    terminal.say(`${key.padEnd(16)} ${`${now[field]}${kind === 'count' ? '' : kind === 'ms' ? 'ms' : ' B'}`.padEnd(12)} ${what}${mark}`);
  }
}

function settingOf(pair: string): readonly [keyof Settings, number] {
  const [key, text] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const field = fields.find((one) => settings[one].key === key);
  if (!pair.includes('=') || field === undefined) {
    throw invalid(
      `${JSON.stringify(pair.slice(0, 80))}: write key=value with a key of ${fields.map((one) => settings[one].key).join(', ')}`,
    );
  }
  const { kind } = settings[field];
  const value =
    kind === 'ms' ? parseDuration(text) : kind === 'bytes' ? parseBytes(text) : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
  if (value === undefined || value === 0) throw invalid(`${key}=${text}: write ${{ ms: '10s', bytes: '128k', count: '1000' }[kind]}`);
  return [field, value];
}

const invalid = (what: string): WireError => new WireError('config_invalid', what);
