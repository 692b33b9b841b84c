import type { Answer, ServiceRequest } from '@keyway/client';
import { limits, WireError } from '@keyway/wire';
import { Command, Option } from 'commander';
import type { Act } from '../act.js';
import { bytesText, clockText } from '../amounts.js';
import { contentTypeOf } from '../body-text.js';
import { withClient } from '../client.js';
import { noteConnection } from '../connection-notes.js';
import type { Context } from '../context.js';
import { Names, withName } from '../names.js';
import { bytes, count, duration, timeout, usageError } from '../options.js';
import { commandPath } from '../serve/command-path.js';
import { jobEnv } from '../serve/job-env.js';
import { runJob, type JobEnd } from '../serve/job.js';
import { closedBy, heard } from '../until.js';

interface ServeOptions {
  readonly exec: string;
  readonly inFlight: number;
  readonly maxOutput: number;
  readonly contentType?: string;
  readonly deadline?: number;
  readonly timeout: number;
}

const mostInFlight = 1_024;

export const serveCommand = (act: Act): Command =>
  new Command('serve')
    .description('answer the requests to a service with a command, until Ctrl-C')
    .argument('<service>', 'the name of the service')
    .argument('[args...]', 'words for the command; behind -- when one of them begins with -')
    .requiredOption('--exec <command>', 'what answers: the request is its standard input, what it prints is the answer')
    .option('--in-flight <number>', 'how many requests it answers at a time', count, 4)
    .addOption(new Option('--max-output <bytes>', 'with one byte more the command is killed').argParser(bytes).default(256_000, '256k'))
    .option('--deadline <duration>', 'how long the command may take, however long the asker would wait', duration)
    .option(
      '--content-type <type>',
      'what the answers are; text/plain; charset=utf-8 unless given, application/octet-stream for what is no text',
    )
    .addOption(timeout('5s'))
    .addHelpText('after', '\n--timeout is for the first connection; once attached it comes back by itself, however long the fleet is away.')
    .action(act(serve));

async function serve(context: Context, options: ServeOptions, service: string, args: readonly string[]): Promise<void> {
  const { terminal, signal, urgent, profile } = context;
  if (options.inFlight > mostInFlight) throw usageError(`--in-flight is ${mostInFlight} at most`);
  if (options.maxOutput > limits.bodyBytes) throw usageError(`--max-output is ${limits.bodyBytes} at most`);
  const command = commandPath(options.exec, context.env['PATH'] ?? '');
  await withClient(context, { timeoutMs: options.timeout }, async (client) => {
    const over = new AbortController();
    noteConnection(client, terminal);
    const closed = closedBy(client);
    const worker = new Worker(context, options, command, args, new Names(client), AbortSignal.any([urgent, over.signal]));
    try {
      const serving = await client.serve(service, (request) => worker.answer(request), { inFlight: options.inFlight });
      terminal.data({ event: 'serving', service, profile, id: client.id });
      terminal.note(`serving ${service} as ${profile} ${client.id} with ${command}; Ctrl-C ends`);
      await Promise.race([heard(signal), closed]);
      if (worker.running > 0) terminal.note(`[${clockText(new Date())}] — ${worker.running} in work; Ctrl-C again ends at once`);
      await Promise.race([serving.stop(), heard(urgent), closed]);
      terminal.data({ event: 'served', service, ...serving.counters });
    } finally {
      over.abort(); // no command outlives us
    }
    if (urgent.aborted) throw new WireError('aborted');
  });
}

/** Answers requests by running the command. */
class Worker {
  running = 0;

  constructor(
    private readonly context: Context,
    private readonly options: ServeOptions,
    private readonly command: string,
    private readonly args: readonly string[],
    private readonly names: Names,
    private readonly urgent: AbortSignal,
  ) {}

  async answer(request: ServiceRequest): Promise<Answer> {
    this.running += 1;
    try {
      const startedAt = performance.now();
      const fromName = await this.names.of(request.from);
      const { command, args, urgent, options } = this;
      const end = await runJob({
        ...{ command, args, urgent, signal: request.signal, input: request.body },
        ...{ env: jobEnv(this.context.env, request, fromName), maxOutput: options.maxOutput, mostMs: options.deadline },
      });
      this.#tell(request, fromName, end, Math.round(performance.now() - startedAt));
      if (end.kind === 'failed') throw new WireError('worker_failed'); // why is not for strangers
      return { body: end.output, contentType: options.contentType ?? contentTypeOf(end.output) };
    } finally {
      this.running -= 1;
    }
  }

  #tell({ from, key, attempt, service, body }: ServiceRequest, fromName: string | undefined, end: JobEnd, ms: number): void {
    const { terminal } = this.context;
    const outcome = end.kind === 'answered' ? { answerBytes: end.output.length } : { why: end.why };
    terminal.data({ event: end.kind, service, from, fromName, key, attempt, bytes: body.length, ms, ...outcome });
    const result = end.kind === 'answered' ? bytesText(end.output.length) : `failed: ${end.why}`;
    terminal.note(`[${clockText(new Date())}] ${withName(from, fromName)}: ${bytesText(body.length)} → ${result} (${ms} ms)`);
  }
}
