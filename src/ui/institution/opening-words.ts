/** Opening hours in words: the days of a span, and when a closed line opens again. Pure. */
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Hours } from '../../registry/schema.ts'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** `工作日 09:00–18:00`, `周一至周六 08:00–20:00`. */
export function spanWords({ days, from, to }: Hours, say: Say<AppKey>, language: Language): string {
  return say('hours.span', { days: daysWords(days, say, language), from, to })
}

function daysWords(days: string, say: Say<AppKey>, language: Language): string {
  if (days === 'daily' || days === 'workdays') return say(`hours.days.${days}`)
  const [first = '', last] = days.split('-').map((name) => weekdayWords(name, language))
  return last === undefined ? first : say('hours.days.range', { first, last })
}

/** A name that is no weekday stays as it is. */
function weekdayWords(name: string, language: Language): string {
  const index = weekdays.indexOf(name)
  // 4 January 1970 was a Sunday.
  return index < 0 ? name : format({ weekday: 'short' }, Date.UTC(1970, 0, 4 + index), language)
}

/** `YYYY-MM-DD` as `11月23日周一` or `Mon, Nov 23`. */
export function dayWords(date: string, language: Language): string {
  return format({ month: 'short', day: 'numeric', weekday: 'short' }, Date.parse(date), language)
}

function format(parts: Intl.DateTimeFormatOptions, time: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(time)
}
