import type { DoctorCheck, DoctorQuestion, DoctorReport } from '../../../shared/doctor.ts';
import { describeCheck, describeVerdict } from '../../../shared/i18n/describe-check.ts';
import { checkLines, labelled } from '../../../shared/i18n/doctor-plain-text.ts';
import { redact } from '../../../shared/redact.ts';
import { runDoctor } from '../../doctor/run-doctor.ts';
import { findEndpoint } from '../call-target.ts';
import type { Command, CommandContext } from '../command.ts';
import { readPatient } from '../doctor-patient.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { mintToDrop } from '../mint-to-drop.ts';
import { openHttp } from '../open-http.ts';
import { ownVersion } from '../own-version.ts';
import { parseOptions, refusePositionals } from '../parse-options.ts';
import { printable, printableJson } from '../printable.ts';
import { createServerTime, leavesClock } from '../server-time.ts';
import { exitCodeOf } from '../show-problem.ts';
import { signingOptions } from '../signing-options.ts';
import type { Style } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Milliseconds that the way to the region, and an answer from it, may take. */
const patienceMs = 15_000;

const styles: Readonly<Record<DoctorCheck['state'], Style>> = {
  waiting: 'dim',
  running: 'dim',
  asking: 'dim',
  passed: 'green',
  warning: 'yellow',
  failed: 'red',
  skipped: 'dim',
  'cannot-tell': 'yellow',
};

function print(check: DoctorCheck, { terminal, language }: CommandContext): void {
  const { title, state, finding } = describeCheck(check, language);
  const tag = terminal.paint(styles[check.state], `[${state}]`);
  const isWorthMore = check.state === 'failed' || check.state === 'warning';
  const more = isWorthMore ? checkLines(check, language).slice(2) : [];
  const lines = [labelled(title, finding, language), ...more].map((line) => printable(redact(line)));
  terminal.out(`${tag} ${lines.join('\n')}\n`);
}

/** Prints each check once, when it has ended. */
function printer(context: CommandContext): (report: DoctorReport) => void {
  const printed = new Set<string>();
  return ({ checks }) => {
    for (const check of checks) {
      if (check.elapsedMs === null || printed.has(check.name)) continue;
      printed.add(check.name);
      print(check, context);
    }
  };
}

function exitCodeFor({ state, cause, checks }: DoctorReport): ExitCode {
  if (state === 'cancelled') return exitCodes.interrupted;
  const found = checks.find(({ name }) => name === cause);
  if (found === undefined) return exitCodes.done;
  if (found.problem !== null) return exitCodeOf(found.problem.code);
  return found.name === 'region' ? exitCodes.unreachable : exitCodes.no;
}

/**
 * The id of the endpoint that was named: by its id, or by a path or an address, with a method before it or without.
 *
 * @throws UsageError for what the catalogue does not have, and for a path that several endpoints share
 */
async function endpointNamed(named: string): Promise<string> {
  const { endpoints } = await import('../../../shared/coze/endpoints.ts');
  const { askedPath, endpointsAt } = await import('../../../shared/coze/endpoints-at.ts');
  const asked = askedPath(named);
  const [fitting, ...others] = asked === null ? [] : endpointsAt(asked, endpoints);
  if (fitting === undefined) return findEndpoint(endpoints, named).id;
  if (others.length === 0) return fitting.id;
  const known = [fitting, ...others].map(({ id }) => id).join(', ');
  throw new UsageError('call.endpoint-unlike', { id: named, known });
}

/** `doctor`: looks for what keeps the app's token from working, and stops at it. */
export const doctor: Command = async (args, context) => {
  const { terminal, language } = context;
  const options = parseOptions(
    args,
    [...signingOptions, 'endpoint'],
    ['try-other-region', 'go-on', leavesClock],
  );
  const { values, switches, asJson } = options;
  refusePositionals(options.positionals);
  const endpointId = values.endpoint === undefined ? null : await endpointNamed(values.endpoint);
  const onFile = await readPatient(values, context);
  const http = await openHttp(terminal);
  const serverTime = createServerTime(http, context, switches);
  const signsByServerClock = !switches.has(leavesClock);
  const services = {
    http: serverTime.http,
    clock: terminal.clock,
    randomBytes: terminal.randomBytes,
    version: await ownVersion(),
    platform: `${process.platform} (cli)`,
    patienceMs,
    record: () => undefined,
  };
  const answers: Readonly<Record<DoctorQuestion['kind'], boolean>> = {
    'other-region': switches.has('try-other-region'),
    'go-on': switches.has('go-on'),
  };
  try {
    const report = await runDoctor(services, {
      patient: { ...onFile, signsByServerClock, ...mintToDrop(onFile, serverTime, terminal) },
      endpointId,
      signal: terminal.interruption(),
      onReport: asJson ? () => undefined : printer(context),
      answer: async ({ kind }) => answers[kind] || null,
    });
    if (asJson) terminal.out(`${printableJson(redact(JSON.stringify(report)))}\n`);
    else terminal.out(`\n${terminal.paint('bold', describeVerdict(report, language))}\n`);
    return exitCodeFor(report);
  } finally {
    await http.close();
  }
};
