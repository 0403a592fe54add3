/** “为什么？”: the rule that decided, the matched form, source, date and which registry answered. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import { type Language, localText, nameList } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { Fact } from '../parts/fact.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { SourceLine } from '../parts/source-line.tsx'
import { RecordText, Words } from '../parts/words.tsx'
import { dayOf } from './explain.ts'
import { NoticeLine } from './notice-line.tsx'

interface WhyPanelProps {
  verdict: Verdict
  language: Language
  say: Say<CardKey>
}

export function WhyPanel({ verdict, language, say }: WhyPanelProps): VNode {
  const { line, notice, registry } = verdict
  const owners = nameList(
    verdict.institutions.map((owner) => owner.name),
    language,
  )
  return (
    <>
      <dl class="facts">
        <Fact name={say('card.why.rule')}>{say(`rule.${verdict.rule}`)}</Fact>
        <Fact name={say('card.why.raw')}>
          <NumberText>{verdict.raw}</NumberText>
        </Fact>
        {verdict.canonical && (
          <Fact name={say('card.why.form')}>
            <NumberText>{verdict.canonical}</NumberText>
          </Fact>
        )}
        {verdict.disguise.length > 0 && (
          <Fact name={say('card.why.disguise')}>
            {verdict.disguise.map((trick) => say(`disguise.${trick}`)).join(language === 'en' ? ', ' : '、')}
          </Fact>
        )}
        {verdict.kind && <Fact name={say('card.why.kind')}>{say(`kind.${verdict.kind}`)}</Fact>}
        {line && (
          <Fact name={say('card.why.entry')}>
            <NumberText>{line.number}</NumberText>{' '}
            <RecordText>{`${owners} ${localText(line.label, language)}`}</RecordText>
          </Fact>
        )}
        {line && (
          <Fact name={say('card.why.source')}>
            <SourceLine source={line.source} seen={line.seen} say={say} />
          </Fact>
        )}
        {notice && (
          <Fact name={say('card.why.notice')}>
            <NoticeLine notice={notice} />
          </Fact>
        )}
        <Fact name={say('card.why.registry')}>
          <Words language={language}>
            {say('card.why.registry.value', { seq: registry.seq, date: dayOf(registry.provenAt) })}
          </Words>
        </Fact>
      </dl>
      <p class="small soft authority">{say('card.why.authority')}</p>
    </>
  )
}
