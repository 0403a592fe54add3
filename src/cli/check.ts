/** `zhenhao check`: what the extension would say about a text, against the data of this checkout. */
import { isUtf8 } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { buildSnapshot } from '../publish/build-snapshot.ts'
import { buildRegistryIndex } from '../registry/registry-index.ts'
import { judgeText, type TextOptions } from '../verdict/judge-text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { standardInput } from './run-command.ts'
import { sayVerdicts } from './say-verdicts.ts'

interface CheckFlags {
  json: boolean
  page: boolean
  sms: boolean
  sender?: string
  title?: string
  url?: string
  now?: string
}

const DATA = fileURLToPath(new URL('../../data', import.meta.url))
/** UTF-16 units. */
const LONGEST_TEXT = 8 * 1024 * 1024
/** A day or a time of it, as ISO 8601 writes them; the zone is UTC or given. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
/** Flags with a value: what follows is theirs. */
const VALUED = new Set(['--sender', '--title', '--url', '--now'])

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('Judge the phone numbers in a text (or standard input); without --page or --sms as a popup look-up.')
    .argument('[text]', 'the text; standard input when absent')
    .option('--json', 'print {verdicts: […]} and nothing else', false)
    .option('--page', 'the text of a page: blank lines split blocks', false)
    .option('--sms', 'one text message', false)
    .option('--sender <sender>', 'who sent it, as the view shows it')
    .option('--title <title>', 'title of the page')
    .option('--url <url>', 'address of the page')
    .option('--now <time>', 'ISO 8601; moves only the clock, the registry counts as published now')
    .action(async (text: string | undefined, flags: CheckFlags) => {
      const fault = faultOf(flags)
      if (fault) return fail(fault)
      const input = text ?? (await readInput())
      if (input.length > LONGEST_TEXT)
        return fail(`The text has ${input.length} characters; at most ${LONGEST_TEXT} are read.`)
      const verdicts = check(input, flags)
      process.stdout.write(
        flags.json ? `${JSON.stringify({ verdicts: verdicts.map(toJson) }, null, 1)}\n` : sayVerdicts(verdicts),
      )
    })
}

/** A text that begins with a dash (a list item) is no flag; what looks like a flag is one. */
export function textBehindFlags(argv: readonly string[]): string[] {
  const last = argv.at(-1) ?? ''
  const isText = argv[2] === 'check' && /^-(?!-?[a-z])/i.test(last) && last !== '--'
  if (!isText || VALUED.has(argv.at(-2) ?? '') || argv.includes('--')) return [...argv]
  return [...argv.slice(0, -1), '--', last]
}

/** Bytes in another encoding would be judged as a text that nobody wrote. */
async function readInput(): Promise<string> {
  const bytes = await buffer(standardInput())
  if (!isUtf8(bytes)) throw new Error('Standard input is not UTF-8.')
  return bytes.toString('utf8').replace(/^\ufeff/, '')
}

function faultOf(flags: CheckFlags): string | undefined {
  if (flags.page && flags.sms) return 'Give --page or --sms, not both.'
  if (flags.now !== undefined && !isTime(flags.now)) return `--now "${flags.now}" is no ISO 8601 time.`
  if (flags.url !== undefined && !URL.canParse(flags.url)) return `--url "${flags.url}" is no address.`
  return undefined
}

function isTime(written: string): boolean {
  return ISO_TIME.test(written) && !Number.isNaN(Date.parse(written))
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

function check(text: string, flags: CheckFlags): Verdict[] {
  const published = Date.now()
  const snapshot = buildSnapshot(DATA, { seq: 1, builtAt: new Date(published).toISOString(), channel: 'development' })
  const options: TextOptions = {
    mode: flags.page ? 'page' : flags.sms ? 'sms' : 'look-up',
    ...(flags.sender !== undefined && { sender: flags.sender }),
    ...(flags.title !== undefined && { title: flags.title }),
    ...(flags.url !== undefined && { url: flags.url }),
  }
  const now = flags.now === undefined ? published : Date.parse(flags.now)
  return judgeText(text, options, buildRegistryIndex(snapshot), { now, provenAt: published, builtAt: published })
}

/** The stable keys of the interface first; what the “why?” panel shows follows. */
export function toJson(verdict: Verdict) {
  const { start, end, raw, canonical, code, modifiers, tips } = verdict
  return {
    start,
    end,
    raw,
    canonical,
    code,
    institutions: verdict.institutions.map(({ id, name }) => ({ id, name: name.zh })),
    claimed: verdict.claimed.map(({ id }) => id),
    modifiers,
    tips,
    kind: verdict.kind,
    disguise: verdict.disguise,
    extension: verdict.extension,
    rule: verdict.rule,
    signals: verdict.signals ?? [],
    line: verdict.line,
    compare: verdict.compare,
    callInstead: verdict.callInstead,
    notice: verdict.notice,
    registry: verdict.registry,
  }
}
