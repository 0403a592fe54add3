/** Content script of the comparison: the least that a reader must do. */
import { UNIT_CLASS } from '../../../src/phone/char-class.ts'
import { answerJobs } from './answer-jobs.ts'

/** Walks all text nodes and looks every unit up in the class table. Milliseconds. */
function barePass(): number {
  const start = performance.now()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let digits = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text
    for (let at = 0; at < data.length; at++) if ((UNIT_CLASS[data.charCodeAt(at)] ?? 0) >= 0xc000) digits++
  }
  const time = performance.now() - start
  if (digits === 0) throw new Error('the page holds no digits')
  return time
}

answerJobs({ scan: () => ({ total: barePass(), longest: 0 }) })
