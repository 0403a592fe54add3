/** How a name is read, for look-up by pinyin: computed here so that the package carries no dictionary (pinyin-pro: MIT, kept up, offline). */
import { pinyin } from 'pinyin-pro'

/** Characters that lenders' names read otherwise than the dictionary does, replaced by ones of the same sound. */
const homophones: [RegExp, string][] = [
  // 招行, 交行, 人行: the bank, not the walk (出行, 旅行 …).
  [/(?<![出同先旅流执飞])行/gu, '航'],
  [/还呗/gu, '环贝'],
  [/还享/gu, '环享'],
]

/** Syllables with spaces, without tones, `ü` as `v`; a run of other characters stays one syllable: `360 jie tiao`. */
export function pinyinOf(name: string): string {
  const sound = homophones.reduce((text, [pattern, same]) => text.replace(pattern, same), name)
  return pinyin(sound, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ')
}
