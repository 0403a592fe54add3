/** Verdicts for a reader at a terminal: number, chip, what, the line to call. */
import { cardWords } from '../locales/card-words.ts'
import { sayWith } from '../locales/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

const say = sayWith(cardWords['zh-CN'])

/** One short paragraph per verdict; one plain sentence when there is none. */
export function sayVerdicts(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '文中没有电话号码。\n'
  return verdicts.map(sayOne).join('\n')
}

function sayOne(verdict: Verdict): string {
  const owners = verdict.institutions.map((one) => one.name.zh).join('、')
  const claimed = verdict.claimed.map((one) => one.name.zh).join('、')
  const lines = [
    `${verdict.raw.trim()}  ${say(`chip.${verdict.code}`)}`,
    say(`rule.${verdict.rule}`),
    owners && `机构：${owners}`,
    claimed && `文中提到：${claimed}`,
    verdict.compare && `对照：${verdict.compare.listed}`,
    verdict.line?.source?.url && `来源：${verdict.line.source.url} ${verdict.line.source.seen ?? ''}`.trimEnd(),
    verdict.notice && `通报：${verdict.notice.authority} ${verdict.notice.date} ${verdict.notice.url}`,
    verdict.callInstead && `可改拨：${verdict.callInstead.number}（${verdict.callInstead.label.zh}）`,
    verdict.modifiers.length > 0 && `附注：${verdict.modifiers.join(' ')}`,
    verdict.tips.length > 0 && `提示：${verdict.tips.join(' ')}`,
  ].filter((line) => typeof line === 'string' && line !== '')
  return `${lines.join('\n  ')}\n`
}
