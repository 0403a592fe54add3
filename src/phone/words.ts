/** Words and signs around a number: those that speak of calling, and those that speak of something else. */

/** Phone words that announce a number as well as follow one. */
const EITHER_SIDE =
  '[电電][话話]|[热熱專专][线線]|客服|[致来去]电|呼叫|[询詢]|[联聯][系络繫係]|[号號][码碼]|[举舉][报報]|投[诉訴]|报[警案修料]|挂失|人工|短信'

/** Phone words: anywhere near the number they raise it; directly before it they decide. */
export const CALL: string =
  EITHER_SIDE +
  '|客户服务|服务号|[区區][号號]\\s?[+＋]|[拨拔播]打|拨通|打[给到]|[手座总總][机機]|[传傳]真|发[送到至]|编辑|回复|订[票购]|预[订约]|移动|联通|电信|' +
  '[☎☏✆]|📞|📱|📲|📠|(?<![a-z-])(?:(?:tele)?phone|tel|mobile|call|dial(?:ing)?|fax|text|hotline|contact|whatsapp|number|toll free|customer +(?:service|care)|helpline)(?![a-su-z])'

/** One character directly before the number is enough: 打95588, 电13800138000. */
export const CALL_NEAR = '打|拨|播|电|呼|询|咨|致|☎'

/** Directly behind the number. */
export const CALL_AFTER: string =
  EITHER_SIDE +
  '|[打拨查咨]|转人工|服务|接通|核实|市民|[占忙]线|停[机用]|[没无]人接|[接拨]不通|[只是自动助]{0,5}语音|是[^，。,]{0,6}(?:电话|号码|热线|客服)|转\\d|按\\d'

/** Nouns that announce an account, an order, a code: they speak even against a whole mobile, landline or 400 number. */
export const OTHER_NOUN_FIRM =
  '[单编卡帐账群]号|[订运]单|流水|身份证|备案|icp[备证]|许可证|公网安备|isbn|[^号號]码|[交易合同车架序列]{2}号|serial|order|sn|uid'

/** Nouns that speak against short codes and sender ids only; a mobile is also a chat account. */
export const OTHER_NOUN =
  'qq?|扣|企鹅|q?q?群|[微薇]|[微薇威v]信|id|[帐账用]户|户名|[后末]四位|邮编|' +
  '版本|价格?|股票|[积得]分|战力|等级|(?:点击|阅读|浏览|播放|访问)[数量]?|跟贴|粉丝|评论|参与|转发|车牌|[尾房间学工货批型代暗]号|航班|车次|' +
  'ip|no\\.|ver|rmb|usd|code|otp'

/** Units and currencies behind an amount; look-aheads spare words that only begin alike (人工, 点击, 分机). */
export const UNIT =
  '[元圆块角万亿千百名位个個次例条件套份张篇年月天岁秒米平吨克斤里度倍股户家台辆多余字楼栋室%％‰℃]|只(?![是会能])|人(?![工保寿民])|本(?!人|公司|行)|日(?!常)|分(?!机|行)|' +
  '小时|点(?!击)|公里|部(?!门)|美元|号楼|rmb|usd|kg|px|(?:[kmgt]?b|[kcm]?m|[wk])(?![a-z])'

export const MONEY = '[元圆万亿%％]|块钱|[美日港]元|人民币|rmb|人看过'

/** What the names of provinces, cities and districts end with: 上海12345, 江苏12331, 苏州12345. */
export const REGION = '[京津海庆北南西东宁林苏江徽建川州肃蒙藏夏疆圳汉岛省市区县]'

/** Kinds of organisation that have a line: 自来水公司 95598. */
export const ORGANISATION = '公司|银行|保险|中心|集团|平台|金融|快递|航空|[总分]局|工商|证券|支付|监会|[工农中建交招]行'
