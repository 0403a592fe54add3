/** An institution's lines by role: the one to call first, others, the group's, and those it may contact the person from. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import type { PublishedHotline, PublishedInstitution } from '../../registry/schema.ts'
import { Fact } from '../parts/fact.tsx'
import { Fold } from '../parts/fold.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { ContactPath } from './contact-path.tsx'
import { LineView, PlainLine } from './line-view.tsx'
import { dateAt } from './opening.ts'
import { fits, linesFor, outgoingLines, type Problem } from './problem.ts'

interface ShownProps {
  language: Language
  /** Milliseconds since 1970. */
  now: number
  say: Say<AppKey>
}

/** Authorities and public lines: one does not tell their callers to try another time. */
export function isPublic({ kind }: PublishedInstitution): boolean {
  return kind === 'authority' || kind === 'public-line'
}

interface FirstLineProps extends ShownProps {
  institution: PublishedInstitution
  problem: Problem
}

/** The line for the problem, and what to do when it is busy; the way there instead where no line is reliable. */
export function FirstLine({ institution, problem, ...shown }: FirstLineProps): VNode {
  const { say, now } = shown
  const [first] = linesFor(problem, institution.hotlines, dateAt(now))
  if (!first) {
    return (
      <div class="lines">
        <p>{say('lines.none')}</p>
        <h4 class="path-title">{say('path.title')}</h4>
        <ContactPath institution={institution} say={say} />
      </div>
    )
  }
  return (
    <div class="lines">
      {problem === 'lost' && <p>{say('lines.lost')}</p>}
      <ul class="line-list">
        <LineView line={first} {...shown} />
      </ul>
      {first.level !== 'official' && <p class="small">{say('lines.unconfirmed.note')}</p>}
      {!fits(problem, first) && (
        <p class="small">{say('lines.not-own', { problem: say(`purpose.${ownPurpose[problem]}`) })}</p>
      )}
      {!isPublic(institution) && <p class="small soft">{say('lines.busy')}</p>}
    </div>
  )
}

const ownPurpose = {
  ask: 'general',
  repay: 'repayment',
  lost: 'lost-card',
  complain: 'complaint',
  overdue: 'hardship',
} as const

interface LineFoldsProps extends ShownProps {
  answer: InstitutionAnswer
  problem: Problem
}

export function LineFolds({ answer, problem, ...shown }: LineFoldsProps): VNode {
  const { institution, parent } = answer
  const { say, now } = shown
  const today = dateAt(now)
  const others = linesFor(problem, institution.hotlines, today).slice(1)
  const official = others.filter((line) => line.level === 'official')
  const unconfirmed = others.filter((line) => line.level === 'unconfirmed')
  const group = parent ? linesFor(problem, parent.hotlines, today) : []
  return (
    <>
      {official.length > 0 && <LineFold title={say('lines.more')} lines={official} shown={shown} />}
      {unconfirmed.length > 0 && (
        <Fold title={say('lines.unconfirmed', { count: unconfirmed.length })}>
          <p class="small">{say('lines.unconfirmed.note')}</p>
          <PlainLines lines={unconfirmed} shown={shown} />
        </Fold>
      )}
      {group.length > 0 && (
        <LineFold title={say('lines.group')} note={say('note.group-line')} lines={group} shown={shown} />
      )}
      <Fold title={say('lines.out')}>
        <MayContact institution={institution} lines={outgoingLines(institution.hotlines, today)} shown={shown} />
      </Fold>
    </>
  )
}

interface LineFoldProps {
  title: string
  note?: string
  lines: PublishedHotline[]
  shown: ShownProps
}

function LineFold({ title, note, lines, shown }: LineFoldProps): VNode {
  return (
    <Fold title={title}>
      {note && <p class="small soft">{note}</p>}
      <ul class="line-list">
        {lines.map((line) => (
          <LineView key={line.canonical + line.purpose} line={line} {...shown} />
        ))}
      </ul>
    </Fold>
  )
}

interface MayContactProps {
  institution: PublishedInstitution
  lines: PublishedHotline[]
  shown: ShownProps
}

/** Numbers, SMS sender IDs and signatures they write or call from, with the warning that all of them can be forged. */
function MayContact({ institution, lines, shown }: MayContactProps): VNode {
  const { say } = shown
  const senders = institution.senders ?? []
  const signatures = institution.smsSignatures ?? []
  const known = lines.length + senders.length + signatures.length > 0
  return (
    <div class="may-contact">
      <p class="small">{say(known ? 'lines.out.note' : 'lines.out.none')}</p>
      {lines.length > 0 && <PlainLines lines={lines} shown={shown} />}
      {known && (
        <dl class="facts">
          <Fact name={say('facts.senders')}>
            {senders.length > 0 ? <Numbers numbers={senders} /> : say('facts.blank')}
          </Fact>
          <Fact name={say('facts.signatures')}>
            {signatures.length > 0 ? (
              <span lang="zh-CN">{signatures.map((words) => `【${words}】`).join('')}</span>
            ) : (
              say('facts.blank')
            )}
          </Fact>
        </dl>
      )}
    </div>
  )
}

function PlainLines({ lines, shown }: Omit<LineFoldProps, 'title'>): VNode {
  return (
    <ul class="line-list">
      {lines.map((line) => (
        <PlainLine key={line.canonical + line.purpose} line={line} language={shown.language} say={shown.say} />
      ))}
    </ul>
  )
}

function Numbers({ numbers }: { numbers: readonly string[] }): VNode {
  return (
    <>
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 && <br />}
          <NumberText>{number}</NumberText>
        </span>
      ))}
    </>
  )
}
