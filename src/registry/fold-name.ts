/** Folds text for comparing names: width, case, traditional characters, invisible characters and gaps between Han characters. */

/** Pairs traditional → simplified of characters that occur in the names of lenders and their products. */
const TRADITIONAL =
  '國国銀银農农業业設设發发廣广華华東东興兴財财貸贷錢钱網网眾众費费馬马聯联陸陆購购寶宝條条極极還还數数億亿滿满樂乐閃闪電电訊讯訂订險险證证擔担資资產产實实際际陽阳豐丰鄉乡鎮镇儲储蓄蓄郵邮團团寧宁蘭兰齊齐龍龙門门漢汉內内蘇苏錦锦無无錫锡溫温濱滨長长順顺風风壽寿處处達达貝贝點点隨随時时飛飞車车幣币號号問问顧顾員员專专線线熱热話话務务'

const simplified = new Map<number, number>()
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2)
  simplified.set(TRADITIONAL.charCodeAt(at), TRADITIONAL.charCodeAt(at + 1))

export interface FoldedText {
  /** UTF-16 units after folding. */
  units: Uint16Array
  length: number
  /** For each folded unit, its offset in the original text. */
  from: Uint32Array
}

function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    unit === 0xfeff ||
    unit === 0xad
  )
}

function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d)
}

/** Han characters of the basic block and extension A. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)
}

function foldUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  if (narrow >= 65 && narrow <= 90) return narrow + 32
  return simplified.get(narrow) ?? narrow
}

/** Folds a text unit by unit; gaps vanish only between two Han characters, so `工 商 银 行` reads as one name. */
export function foldText(text: string): FoldedText {
  const units = new Uint16Array(text.length)
  const from = new Uint32Array(text.length)
  let length = 0
  let gapAt = -1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isInvisible(unit)) continue
    if (isGap(unit)) {
      if (gapAt === -1) gapAt = at
      continue
    }
    if (gapAt !== -1) {
      if (!(length > 0 && isHan(units[length - 1] ?? 0) && isHan(unit))) {
        units[length] = 0x20
        from[length++] = gapAt
      }
      gapAt = -1
    }
    units[length] = foldUnit(unit)
    from[length++] = at
  }
  return { units, length, from }
}

/** A name as a comparable key. */
export function foldName(name: string): string {
  const folded = foldText(name.trim())
  let key = ''
  for (let at = 0; at < folded.length; at++) key += String.fromCharCode(folded.units[at] ?? 0)
  return key
}
