/** Texts for the detector's bench, made from a fixed seed: prose, prose with numbers, and little but digits. */

const clauses = [
  '这家小店开在街角已经很多年了',
  '傍晚下过一场雨，空气里有桂花的味道',
  '会议推迟到下个星期再开',
  '他把旧书整理好，送给了社区图书馆',
  '孩子们在操场上跑来跑去',
  '火车穿过隧道，窗外忽然亮了起来',
  '我们走了两三个小时才到山顶',
  '报告里提到，增长主要来自出口',
  'The library opens early on weekdays and closes late',
  '第二天一早大家又出发了',
  '她说这道菜要用小火慢慢炖',
  '新的规定从下个月起实行',
]
const facts = [
  '2019年',
  '共有1280人参加',
  '气温23度',
  '价格是36.5元',
  '12月8日上午9点30分',
  '占比48.6%',
  '第3版',
  '编号A-2207',
]
const numbers = [
  (n: number) => `客服电话：400-${100 + (n % 899)}-${1000 + (n % 8999)}`,
  (n: number) => `请拨打955${10 + (n % 89)}咨询`,
  (n: number) => `联系人手机13${String(100_000_000 + (n % 899_999_999))}`,
  (n: number) => `传真0755-${20_000_000 + (n % 59_999_999)}`,
  (n: number) => `订单编号${100_000_000_000 + n}`,
  (n: number) => `加QQ${1_000_000_000 + (n % 1_999_999_999)}`,
  (n: number) => `热线⓪②①-${60_000_000 + (n % 9_999_999)}`,
  (n: number) => `+1 (202) 555-01${10 + (n % 89)}`,
]

/** Numerical Recipes' linear congruence: enough for variety, the same on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
}

function write(units: number, piece: (next: () => number) => string): string {
  const next = random(7)
  const pieces: string[] = []
  for (let length = 0; length < units; ) {
    const made = piece(next)
    pieces.push(made)
    length += made.length
  }
  return pieces.join('').slice(0, units)
}

function choose<T>(all: readonly T[], next: () => number, fallback: T): T {
  return all[(next() >>> 8) % all.length] ?? fallback
}

function sentence(next: () => number): string {
  const fact = next() % 4 === 0 ? `${choose(facts, next, '')}，` : ''
  return `${fact}${choose(clauses, next, '')}${next() % 9 === 0 ? '。\n' : '，'}`
}

/** Running text: now and then a year, a price, a count. */
export function proseText(units: number): string {
  return write(units, sentence)
}

/** A page with contacts: one clause in three holds a number or something like one. */
export function mixedText(units: number): string {
  return write(units, (next) =>
    (next() >>> 8) % 3 === 0
      ? `${choose(numbers, next, numbers[0] ?? String)((next() >>> 4) % 900_000_007)}，`
      : sentence(next),
  )
}

/** Tables and logs: dates, amounts, identifiers and numbers, few words. */
export function denseText(units: number): string {
  return write(units, (next) => {
    const n = next() >>> 4
    switch (n % 6) {
      case 0:
        return `2024-0${1 + (n % 9)}-1${n % 10} 1${n % 10}:2${n % 10}:3${n % 10} `
      case 1:
        return `${n % 100_000}.${n % 100} `
      case 2:
        return `1${3 + (n % 7)}${100_000_000 + (n % 899_999_999)} `
      case 3:
        return `${n}${n % 977}\t`
      case 4:
        return `0571-8${1_000_000 + (n % 8_999_999)},`
      default:
        return `${n % 300}.${n % 255}.${n % 201}.${n % 99}\n`
    }
  })
}
