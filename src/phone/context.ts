/** What the words around a candidate say: is this a number to call, or an amount, a date, an account, a code? */

/** Words that announce a number to call, fax or text. */
const CALL =
  '电话|電話|热线|熱線|客服|客户服务|服务号|致电|去电|来电|电询|拨打|拔打|播打|拨通|呼叫|专线|專線|咨询|垂询|详询|询|联系|聯繫|联络|' +
  '手机|手機|座机|固话|传真|總機|总机|号码|举报|投诉|报警|报案|报修|挂失|转人工|人工|短信|短消息|发送|编辑|回复|报料|订票|预订|预约|订购|' +
  '移动|联通|电信|银行|tel|phone|mobile|call|dial|fax|text|hotline|contact|whatsapp|☎|☏|✆|📞|📱|📲|📠'
/** One character in front of the number is enough: 打95588, 电13800138000, 拨10086. */
const CALL_NEAR = '打|拨|播|拔|电|呼|询|致|发|发到|发至|到|至|按|转|☎|热|服|话|线|[Tt]'
/** Behind the number. */
const CALL_AFTER =
  '电话|热线|客服|打来|打过|来电|打电|查|咨询|投诉|举报|报案|挂失|转人工|人工|号码|短信|专线|服务|接通|核实|联系|与客服|进行|确认|提供|按|转|市民|打给|呼叫|拨|打'

const beforeNear = new RegExp(`(?:${CALL}|${CALL_NEAR})[\\s:：是为,，“”"'「『（(【[<＞>*、.。…~～\\-—]{0,6}$`, 'i')
const beforeFar = new RegExp(CALL, 'i')
const afterNear = new RegExp(`^[\\s,，、”"'」』）)】\\]*]{0,3}(?:${CALL_AFTER})`, 'i')
const afterFar = new RegExp(CALL, 'i')

/** Words that announce an account, an identifier or a quantity. */
const NAMED =
  'q|qq|q群|qq群|扣|扣扣|企鹅|群|群号|群号码|群聊|微号|微信|微信号|v信|id|uid|编号|单号|订单|订单号|运单|快递|帐号|账号|账户|户名|卡号|' +
  '卡|密码|口令|验证码|校验码|动态码|兑换码|邀请码|激活码|取件码|提货码|识别码|代码|编码|条码|尾号|后四位|邮编|邮政编码|isbn|issn|' +
  '备案|备案号|icp备|icp证|公网安备|许可证|执照|证号|身份证|信用代码|版本|股票|积分|战力|战斗力|分数|血量|经验|等级|点击|点击数|点击量|' +
  '阅读|阅读量|浏览|浏览量|播放|播放量|访问量|粉丝|跟贴|评论|参与|回帖|转发|点赞|用户|楼主|公会|部落|战队|家族|招人|区服|车牌|房号|房间号|学号|工号|货号|型号|批号|' +
  '流水号|合同|发票号|共|约|近|超|达|乘|剩|换|充|充值|首充|给|送|赚|花|要|卖|售价|价|价格|原价|现价|仅|只要|累计|新增|引入|确诊|部队|后是|' +
  'ip|no\\.?|v|ver|rmb|usd|nb'
const named = new RegExp(`(?:^|[^a-z])(?:${NAMED})[\\s:：是为号码了到有的]{0,3}$|[#＃@=×*\\/+^]$|[￥¥$€£]\\s?$`, 'i')
/** The subset that also speaks against a full mobile or 400 number. */
const NAMED_FIRMLY =
  '单号|订单|订单号|订单编号|运单|运单号|快递单号|编号|流水号|卡号|帐号|账号|身份证|身份证号|信用代码|验证码|校验码|动态码|备案号|icp备|icp证|许可证|' +
  '公网安备|群号|群号码|群|取件码|isbn|密码|标识码|交易号|合同号|车架号|序列号|条码|编码'
const namedFirmly = new RegExp(`(?:${NAMED_FIRMLY})[\\s:：是为号码]{0,3}$`, 'i')

const UNIT =
  '元|圆|块|角|万|亿|千|百|人|名|位|个|個|次|例|条|件|套|份|张|本|篇|年|月|日|号楼|天|岁|分|秒|小时|点|米|平|吨|克|斤|公里|里|度|倍|股|户|家|' +
  '台|部|辆|只|头|多|余|金币|宝石|元宝|钻|砖|体力|攻击|战|伤害|积分|经验|美元|日元|港币|日币|rmb|usd|%|％|‰|℃|[kmgt]?b(?![a-z])|kg|km|cm|mm|ml|px|fps|ips|w(?![a-z])|k(?![a-z])'
const unitAfter = new RegExp(`^\\s?(?:${UNIT})`, 'i')
const moneyAfter = /^\s?(?:\.\d+)?\s?(?:元|圆|块钱|万|亿|美元|日元|人民币|rmb|人看过|%|％)/i

export interface Context {
  /** 0 none, 1 somewhere near, 2 in the same breath, 3 both sides. */
  call: number
  /** An account, identifier or quantity is announced. */
  named: boolean
  namedFirmly: boolean
  unit: boolean
  money: boolean
  before: string
  after: string
}

const BEFORE = 26
const AFTER = 14

/** Reads the words in front of `start` and behind `end`. */
export function readContext(text: string, start: number, end: number): Context {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const after = text.slice(end, end + AFTER)
  const near = beforeNear.test(before)
  const follows = afterNear.test(after)
  const far = near || follows || beforeFar.test(before) || afterFar.test(after)
  return {
    call: near && follows ? 3 : near || follows ? 2 : far ? 1 : 0,
    named: named.test(before),
    namedFirmly: namedFirmly.test(before),
    unit: unitAfter.test(after),
    money: moneyAfter.test(after),
    before,
    after,
  }
}
