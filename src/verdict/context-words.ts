/** The words that make a context: telephone, lending, other trades. Alternations of literals only, so reading is linear. */

/** Lending words of the verdicts design, and their near synonyms. */
export const LENDING_WORDS =
  /贷款|借款|还款|逾期|征信|额度|利率|分期|网贷|催收|放款|客服热线|借贷|信贷|欠款|小贷|小额贷|消费金融|信用贷|授信|下款|罚息|本息|贷后|放贷|代偿|借条|借据|提现失败|信用卡中心|信用卡客服|银行客服|银行专员|金融客服|贷款客服|借钱|[可能秒]贷(?!款)|出借人|\bloans?\b|\brepayments?\b/gi

/** Lending words that every trade uses: they do not count beside the words of another trade (“支持分期” at a shop). */
export const EVERY_TRADE: ReadonlySet<string> = new Set(['客服热线', '分期', '额度', '利率'])

/** What is late there is no loan: a book, a rent, a vaccination. */
export const LATE = '逾期'
export const LATE_ELSEWHERE = /房租|租金|物业|图书|书籍|借阅|疫苗|年检|年审/

/**
 * On a page 客服热线 counts only beside a word of money. Of 11 numbers that the word list flagged in 244 real posts and
 * pages, 5 had no other sign than 客服热线, and all 5 were companies of other trades. The same holds for a message that
 * a stranger signs (【顺丰速运】客服热线95338).
 */
export const SERVICE_WORD = '客服热线'
export const MONEY_WORDS = /金融|银行|资金|账户|帐户|账单|理财|信用|余额|贷|借|欠|债|利息|放款|转账|支付|钱包/

/** In a message that speaks of an account these words mean money too. */
export const MESSAGE_WORDS =
  /冻结|账户.{0,4}(?:异常|风险|受限|限制|注销)|余额不足|信用卡|银行(?:卡|账|帐|客服|专员|信贷)/

/**
 * Parcels, shops, travel, public services: a hotline there is nobody's lender. The words before and behind keep out
 * what only reads like one: 国家政策, 专家电话, 提供电话, 货物业务.
 */
export const OTHER_TRADES =
  /快递|速运|速递|订单|包裹|运单|物流|派送|取件|签收|驿站|外卖|餐[厅馆]|饭[店馆]|[川粤湘菜面]馆|火锅|订餐|送餐|外送|酒店|宾馆|民宿|航班|机票|车票|列车|景区|(?<!部)门票|挂号|医院|诊所|牙科|口腔|医美|售后|保修|维修|(?<![国专商卖买])家电(?!话)|(?<!时)空调|门店|本店|到店|进店|店铺|商城|旗舰店|体验店|专卖店|超市|团购|订购|订座|发货|退货|自来水|燃气|(?<!提)供电|(?<!提)供水|停电|电费|(?<!流)水费|抄表|宽带|流量套餐|(?<!货)物业|学校|幼儿园|驾校|培训|学费|招聘|影院|健身|婚纱|旅行社|二手车|汽车|4S店|房产|房源|楼盘|售楼|首付|看房|租房|出租|装修|建材|家具|(?<!国)家政|商店|支持[^，。；\s]{0,6}分期|免息分期|分期(?:付款|购|免息)|期免息/

/** Words that make an everyday word a name when they stand right behind it. */
const TELEPHONE =
  '客服|客户服务|服务热线|热线|电话|专线|专员|人工|座机|总机|号码|短信|官方|☎|📞|hotline|tel|phone|call|customer\\s{0,4}(?:service|care)|support'
const MONEY =
  '信用卡|贷|借|还|逾期|额度|账单|账户|分期|金融|消费|银行卡|储蓄卡|支付|利率|利息|征信|欠|放款|app|客户端|专员|工作人员|网点|支行|分行'
const NEUTRAL =
  '[\\s的官方全国统一唯最新真正专属在线平台总部人工小时24/×*7x"“”\'‘’『』「」《》【】［］\\[\\]（）()·:：，,、—\\-是为]'

export const TELEPHONE_BEHIND = new RegExp(`^${NEUTRAL}{0,8}(?:${TELEPHONE})`, 'iu')
export const MONEY_BEHIND = new RegExp(`^${NEUTRAL}{0,4}(?:${MONEY})`, 'iu')
export const TELEPHONE_AHEAD = new RegExp(
  `(?:拨打|致电|联系|回拨|咨询|客服|热线|我是|这里是|您好|call|contact)${NEUTRAL}{0,4}$`,
  'iu',
)
export const TELEPHONE_WORDS = new RegExp(`${TELEPHONE}|咨询|致电|拨打|回拨`, 'iu')

/** Short names that are nothing else: 工行, 花呗, 及贷. */
export const COINED = /[行呗贷]$/
/** What a bank's short name has behind it: 工行卡. */
export const COINED_BEHIND = /^(?:卡|网银|手机银行|存折)/
/** Beside an abbreviation as the registry writes it (ICBC), in English. */
export const BANKING_WORDS = /\b(?:accounts?|cards?|banks?|banking|credit|debt|overdue)\b/i

/** Between two names of one list: 微粒贷、花呗和借呗. */
export const LIST_ONLY = /^[\s、，,/／|｜·和或及与]{1,3}$/u
export const NEUTRAL_ONLY = new RegExp(`^${NEUTRAL}*$`, 'u')

/** 行 begins another word: 打工行业, 其中行为; 建行业务 is the bank's business. */
export const NOT_A_BANK_BEHIND = /^(?:业(?!务)|[为动李程情走驶政使星])/

/** Bodies of the trade, whose names begin like a bank's: 上海银行业协会, 北京银行同业公会, 中国银行间市场. */
export const NOT_THE_BANK_BEHIND = /^(?:业(?!务)|同业|间(?:市场|债券|同业)|保险(?:业|监|信息))/

/** The name is a means here, not who is meant: “可通过支付宝还款”, “开户行：工商银行”. */
export const CHANNEL_AHEAD = /(?:通过|使用|经由|打开|绑定|绑卡|支持|开户行[:：]?|开户银行[:：]?)\s?$/

/** The name belongs to an account one pays to, or is a landmark: “农业银行卡号 …”, “工商银行对面”. */
export const CHANNEL_BEHIND = /^[\s:：]?(?:卡号|账号|帐号|账户号|户名|开户行|附近|旁边|对面|楼上|楼下|隔壁|大厦|路口)/

/** A shop or wallet that the money of somebody else is spent in: “云闪付满减，信用卡客服…”. */
export const SPENT_BEHIND = /^(?:信用卡)?(?:绑卡|绑定|满减|立减|支付满|消费满|购物|下单|优惠|活动)/

/** The name is ruled out: “不是京东金融”, “并非微粒贷官方”; 是不是 asks, and 不是… in a question is not looked into. */
export const DENIED_AHEAD =
  /(?:(?<!是)不是|并非|而非|绝非|(?<![是除莫若无])非|不属于|不代表)(?:任何|真正的|所谓的?)?[“‘『「《]?$/

/** “与招商银行无关”, “和微粒贷没有任何关系”. */
export const WITH_AHEAD = /[与和跟同][“‘『「《]?$/
export const UNRELATED_BEHIND =
  /^[”’』」》]?(?:官方|公司|集团|平台)?(?:均|都|并)?(?:无关|没有?(?:任何)?(?:关系|关联|合作)|无(?:任何)?(?:关系|关联|合作|隶属))/

/** 消费 begins another word: 中原消费者. */
export const NOT_A_LENDER_BEHIND = /^[者券满税品季节]/

/** A mobile number is offered as a service line. */
export const SERVED_AHEAD = /客服|专员|经理|热线|致电|回拨|回电|办理|直接加/
export const SERVED_BEHIND = /^[\s）)】]{0,3}[（(]?(?:客服|专员|经理|人工|咨询|联系|微信同号|转人工)/
/** It is offered in the words of any small advertisement: counts only where no other trade is spoken of. */
export const CONTACT_AHEAD =
  /(?:服务|官方|贷款|借款|还款|办理|申请|人工|投诉)电话|拨打|联系(?![人电方])|咨询|详询|微信|薇信|加我|加Q|\bcall\b|\bcontact\b|whatsapp/i

/** How a person gives his own number: nobody's service line, unless he speaks for a lender (“我是微粒贷的小王，请打我手机…”). */
export const CALL_ME = /手机|打我|[拨打]|号码/

/** Who hires speaks of 客服专员 as a job: the number is for applicants. */
export const HIRING = /招聘|诚聘|急聘|应聘|求职|面试|入职/

/** A courier's or driver's own number is no service line, whoever signs the message. */
export const COURIER_AHEAD = /快递|派送|配送|送货|骑手|司机|取件|邮政/

/** 【…】 at the start or end of a message, or of a line of one that was forwarded. */
export const SIGNATURES =
  /^[^\S\n]*[【［[]([^【】［］[\]]{2,24})[】］\]]|[【［[]([^【】［］[\]]{2,24})[】］\]][^\S\n]*$/gm
