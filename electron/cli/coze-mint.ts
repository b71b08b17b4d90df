#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts';
import { runCommandLine } from './run-command-line.ts';
import { openTerminal } from './terminal.ts';

/** A call into a keychain that hangs keeps the process alive; by then everything was said. */
const patience = 500;

const code = await runCommandLine(process.argv.slice(2), openTerminal(process));
process.exitCode = code;
if (code === exitCodes.keychain) setTimeout(() => process.exit(code), patience).unref();
