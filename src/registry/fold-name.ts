/** Folds text for comparing names: width, case, traditional characters, invisible characters and gaps between Han characters. */

/** Pairs traditional → simplified of characters in the names of lenders and products, and in the words of context and tactics. */
const TRADITIONAL =
  '國国銀银農农業业設设發发廣广華华東东興兴財财貸贷錢钱網网眾众費费馬马聯联陸陆購购寶宝條条極极還还數数億亿滿满樂乐閃闪電电訊讯訂订險险證证擔担資资產产實实際际陽阳豐丰鄉乡鎮镇儲储蓄蓄郵邮團团寧宁蘭兰齊齐龍龙門门漢汉內内蘇苏錦锦無无錫锡溫温濱滨長长順顺風风壽寿處处達达貝贝點点隨随時时飛飞車车幣币號号問问顧顾員员專专線线熱热話话務务' +
  '慶庆雲云連连鄭郑島岛爾尔營营饒饶侖仑崙仑遼辽恆恒誠诚螞蚂蟻蚁贏赢騰腾攜携唄呗萬万晉晋圖图鵝鹅關关藍蓝亞亚廈厦臺台韓韩濟济貴贵會会統统轉转維维優优輕轻贛赣滬沪魯鲁匯汇滙汇徵征詐诈監监總总訴诉訟讼帳账賬账' +
  '額额諮咨詢询請请撥拨繫系係系凍冻結结戶户檢检驗验碼码註注銷销冊册調调級级繳缴納纳審审過过標标準准規规開开啟启啓启擊击鏈链單单親亲錄录傳传減减絡络謊谎稱称騙骗誘诱導导識识謹谨將将掛挂斷断償偿餘余滯滞違违約约屬属術术態态權权據据應应對对該该讓让從从後后絕绝當当間间報报們们個个說说聽听買买賣卖價价與与為为來来臨临進进遠远協协議议勸劝異异'

const simplified = new Map<number, number>()
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2)
  simplified.set(TRADITIONAL.charCodeAt(at), TRADITIONAL.charCodeAt(at + 1))

const anyTraditional = new RegExp(`[${[...simplified.keys()].map((unit) => String.fromCharCode(unit)).join('')}]`, 'g')

/** The text in simplified characters as far as the pairs go: unit for unit, so offsets stay. */
export function simplify(text: string): string {
  return text.replace(anyTraditional, (one) => String.fromCharCode(simplified.get(one.charCodeAt(0)) ?? 0))
}

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

const CURLY_APOSTROPHE = 0x2019
const STRAIGHT_APOSTROPHE = 0x27

function foldUnit(unit: number): number {
  if (unit === CURLY_APOSTROPHE) return STRAIGHT_APOSTROPHE
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

/** Small letters, figures and Han characters only: nothing to fold but traditional characters. */
const FOLDED_ALREADY = /^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]*$/

/** A name as a comparable key. */
export function foldName(name: string): string {
  if (FOLDED_ALREADY.test(name)) return simplify(name)
  const folded = foldText(name.trim())
  let key = ''
  for (let at = 0; at < folded.length; at++) key += String.fromCharCode(folded.units[at] ?? 0)
  return key
}
