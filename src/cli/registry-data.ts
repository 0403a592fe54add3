/** `zhenhao registry lint | queue | check | diff`: the reviewed data, before anything is built. */
import type { Command } from 'commander'
import { diffSnapshots, sayDiff } from '../publish/diff-snapshots.ts'
import { type LintReport, lintRegistry } from '../publish/lint.ts'
import { lookUpRecord } from '../publish/look-up-record.ts'
import { reviewQueue } from '../publish/queue.ts'
import { type RecordFile, readRecords, sayProblem } from '../publish/read-records.ts'
import { readState } from '../publish/read-state.ts'
import { type Answer, addCommand, answer, counted, example, paint, type ShellOptions } from './registry-shell.ts'

interface DataOptions extends ShellOptions {
  data: string
  date: string
}

export function addDataCommands(registry: Command): void {
  dataCommand(registry, 'lint', 'Check all records: fields, evidence, numbering plan, doubles, look-alike rates.')
    .addHelpText('after', example('lint --json'))
    .action((options: DataOptions) => answer(options, () => lintAnswer(lintRegistry(options.data, options.date))))
  dataCommand(registry, 'queue', 'List the lines below the bar or due for review, oldest first.')
    .addHelpText('after', example('queue'))
    .action((options: DataOptions) => answer(options, () => queueAnswer(options)))
  dataCommand(registry, 'check', 'Say what the records hold on a number or an institution, and why.')
    .argument('<number-or-id>', 'a number in any form, or the id of an institution')
    .addHelpText('after', example('check 95188'))
    .action((wanted: string, options: DataOptions) => answer(options, () => checkAnswer(wanted, options)))
  dataCommand(registry, 'diff', 'Say every added, removed and changed number against an earlier state.')
    .requiredOption('--against <path>', 'a data folder, a published repository or a base file')
    .addHelpText('after', example('diff --against ../published'))
    .action((options: DataOptions & { against: string }) => answer(options, () => diffAnswer(options)))
}

function dataCommand(registry: Command, name: string, description: string): Command {
  return addCommand(registry, name, description, 'the day the evidence is measured against').option(
    '--data <dir>',
    'folder of the reviewed data',
    'data',
  )
}

function lintAnswer(report: LintReport): Answer {
  const counts = Object.entries(report.counts).map(([name, count]) => `${name} ${count}`)
  const rates = report.rates && [
    `look-alike rule on ${report.rates.lines} lines: leave-one-out ${report.rates.leaveOneOut}, mutations caught ${report.rates.mutationsCaught}`,
  ]
  const lines = [
    ...report.errors.map((text) => `${paint('red', 'error')} ${text}`),
    ...report.warnings.map((text) => `${paint('yellow', 'warning')} ${text}`),
    counts.join(' · '),
    ...(rates ?? []),
    `${counted(report.errors.length, 'error')}, ${counted(report.warnings.length, 'warning')}`,
  ]
  return { lines, json: report, failed: report.errors.length > 0 }
}

/** A faulty file is told: what it holds would be missing without a word. */
function soundRecords(dataDir: string): RecordFile[] {
  const { files, problems } = readRecords(dataDir)
  const [fault] = problems
  if (fault) throw new Error(sayProblem(fault))
  return files
}

function queueAnswer(options: DataOptions): Answer {
  const queue = reviewQueue(soundRecords(options.data), options.date)
  const lines = queue.map(
    (entry) => `${entry.seen ?? 'undated'}  ${entry.institution} ${entry.number}  ${entry.state}: ${entry.reason}`,
  )
  return { lines: [...lines, `${queue.length} lines`], json: queue }
}

function checkAnswer(wanted: string, options: DataOptions): Answer {
  const found = lookUpRecord(soundRecords(options.data), wanted, options.date)
  if (found.length === 0) return { lines: [`no record holds ${wanted}`], json: [], failed: true }
  const lines = found.flatMap((line) => [
    `${line.institution} ${line.number} ${line.label}: ${line.state}${line.reason ? `, ${line.reason}` : ''} (${line.file})`,
    ...line.evidence.map(({ kind, source, seen, says, counts }) => {
      const where = Object.values(source).join(' ')
      return `  ${kind}${counts === false ? ' (does not count)' : ''} ${seen ?? 'undated'} ${where}: ${says}`
    }),
  ])
  return { lines, json: found }
}

function diffAnswer(options: DataOptions & { against: string }): Answer {
  const before = readState(options.against, options.date)
  const after = readState(options.data, options.date)
  const diff = diffSnapshots(before, after)
  return { lines: sayDiff(diff), json: diff }
}
