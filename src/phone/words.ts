/** Words and signs around a number: those that speak of calling, and those that speak of something else. */

/** Phone words: anywhere near the number they raise it; directly before it they decide. */
export const CALL =
  '[电電][话話]|[热熱专專][线線]|客服|客户服务|服务号|[致去来]电|[拨拔播]打|拨通|打[给到]|呼叫|[询詢]|联[系络]|聯[繫係]|手[机機]|座机|固话|' +
  '[传傳]真|[总總][机機]|[号號][码碼]|举报|投诉|报[警案修料]|挂失|人工|短信|短消息|发[送到至]|编辑|回复|订[票购]|预[订约]|移动|联通|电信|' +
  '[☎☏✆]|📞|📱|📲|📠|(?<![a-z])(?:tel|phone|telephone|mobile|call|dial|dialing|fax|text|hotline|contact|whatsapp|number|toll free)(?![a-su-z])'

/** One character directly before the number is enough: 打95588, 电13800138000. */
export const CALL_NEAR = '打|拨|拔|播|电|呼|询|咨|致|☎'

/** Directly behind the number. */
export const CALL_AFTER =
  '电话|热线|客服|打|来电|查|咨询|投诉|举报|报案|挂失|转人工|人工|号码|短信|专线|服务|接通|核实|联系|与客服|进行确认|转[\\d一二三四五六七八九零]|按\\d|' +
  '市民|呼叫|拨|提供的|发来|发的'

/** Nouns that announce an account, an order, a code: they speak even against a whole mobile, landline or 400 number. */
export const OTHER_NOUN_FIRM =
  '单号|订单|运单|编号|流水|卡号|[帐账]号|身份证|备案|icp[备证]|许可证|公网安备|群号|isbn|(?:密|验证|校验|动态|取件|标识|信用代|条|编|股票代)码|' +
  '交易号|合同号|车架号|序列号|serial|order|sn|uid'

/** Nouns that speak against short codes and sender ids only; a mobile is also a chat account. */
export const OTHER_NOUN =
  'q|qq|扣|扣扣|企鹅|q?q?群|群聊|微|[微薇威v]信|薇|id|[帐账]户|户名|口令|(?:兑换|邀请|激活|提货|识别|渠道|代|动态密)码|尾号|[后末]四位|邮编|邮政编码|issn|' +
  '执照|证号|版本|股票|积分|战力|战斗力|分数|血量|经验|等级|点击[数量]?|阅读量?|浏览量?|播放量?|访问量|粉丝|跟贴|评论|参与|回帖|转发|点赞|用户|楼主|' +
  '公会|部落|战队|家族|招人|区服|车牌|房间?号|[学工货批]号|型号|合同|发票号|部队|航班|车次|门牌|邮箱|[经纬]度|北纬|东经|ip|no\\.|ver|rmb|usd|nb|' +
  'pid|port|端口|code|otp'

/** Verbs and adverbs in front of an amount. */
export const AMOUNT =
  '共|约|近|超|超过|达|达到|乘|剩|换|充|充值|首充|给|送|赚|花|要|卖|售价|价|价格|原价|现价|仅|只要|累计|新增|引入|确诊|后是|有|最小的|最多|总计|大约|' +
  '烧出了|高|跑|月入|年薪|奖金|收入|涨到|增至|降至|从|第|前'

/** Units and currencies behind an amount; look-aheads spare words that only begin alike (人工, 点击, 分机). */
export const UNIT =
  '元|圆|块|角|万|亿|千|百|人(?!工)|名|位|个|個|次|例|条|件|套|份|张|本(?!人|公司|行)|篇|年|月|日(?!常)|天|岁|分(?!机|行)|秒|小时|点(?!击)|米|平|' +
  '吨|克|斤|公里|里|度|倍|股|户|家|台|部(?!门)|辆|只|头|多|余|金币|宝石|元宝|钻|砖|体力|攻击|战|伤害|积分|经验|美元|日元|港币|日币|字|楼|栋|室|号楼|' +
  '路|线|码|rmb|usd|%|％|‰|℃|[kmgt]?b(?![a-z])|kg|km|cm|mm|ml|px|fps|ips|w(?![a-z])|k(?![a-z])'

export const MONEY = '元|圆|块钱|万|亿|美元|日元|人民币|rmb|人看过|%|％'

/** Provinces and the usual short forms: 上海12345, 江苏12331. */
export const REGION =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|' +
  '广西|西藏|宁夏|新疆|[省市区县]'

/** Kinds of organisation that have a line: 自来水公司 95598. */
export const ORGANISATION =
  '公司|银行|保险|信用社|中心|集团|平台|金融|钱包|快递|速运|物流|航空|协会|总局|分局|工商|铁路|医院|基金|证券|支付|商城|监会|[工农中建交招]行'
