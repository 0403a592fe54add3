/** `npm run bench [-- --json] [name…]`: runs the measurements one after another and prints a table, or JSON. */
import { benchFind } from './find.ts'
import { benchJudge } from './judge.ts'
import { benchNameLookUp } from './name-look-up.ts'
import { benchPage } from './page.ts'
import { benchPageLoad } from './page-load.ts'
import { benchPopup } from './popup.ts'
import { benchRegistryBrowser } from './registry-browser.ts'
import { benchRegistryBuild } from './registry-build.ts'
import { benchRegistryBytes } from './registry-bytes.ts'
import type { BenchRow } from './row.ts'
import { benchSms } from './sms.ts'

/** Add a measurement here: the file beside this one and the function that it exports. */
const benches: { name: string; rows: () => Promise<BenchRow[]> }[] = [
  { name: 'find', rows: benchFind },
  { name: 'judge', rows: benchJudge },
  { name: 'name-look-up', rows: benchNameLookUp },
  { name: 'page', rows: benchPage },
  { name: 'page-load', rows: benchPageLoad },
  { name: 'popup', rows: benchPopup },
  { name: 'registry-build', rows: benchRegistryBuild },
  { name: 'sms', rows: benchSms },
  { name: 'registry-bytes', rows: benchRegistryBytes },
  { name: 'registry-browser', rows: benchRegistryBrowser },
]

const args = process.argv.slice(2)
const json = args.includes('--json')
const wanted = args.filter((arg) => !arg.startsWith('--'))
const rows: BenchRow[] = []
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue
  console.error(`· ${bench.name}`)
  rows.push(...(await bench.rows()))
}
process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows))

function table(all: BenchRow[]): string {
  const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })
  const cells = all.map((row) => [row.name, figure(row.ours), figure(row.peer), figure(row.ratio), row.unit, row.note])
  const lines = [['measurement', 'ours', 'peer', 'ratio', 'unit', 'note'], ...cells]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
