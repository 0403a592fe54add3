/** Licence, operator, domains, what they never do: what is on record, and an honest blank elsewhere. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'
import { Fact } from '../parts/fact.tsx'
import { webHost } from '../parts/source-line.tsx'

interface InstitutionFactsProps {
  institution: PublishedInstitution
  parent: PublishedInstitution | undefined
  language: Language
  say: Say<AppKey>
}

export function InstitutionFacts({ institution, parent, language, say }: InstitutionFactsProps): VNode {
  const list = (items: readonly string[] | undefined): string =>
    items && items.length > 0 ? items.join(language === 'en' ? ', ' : '、') : say('facts.blank')
  const lenderHosts = institution.domains.filter((domain) => domain.claims === 'lender').map((domain) => domain.host)
  return (
    <dl class="facts">
      <Fact name={say('facts.licence')}>
        <Licence licence={institution.licence} say={say} />
      </Fact>
      {institution.licence?.code && <Fact name={say('facts.licence.code')}>{institution.licence.code}</Fact>}
      {parent && <Fact name={say('facts.operator')}>{localText(parent.name, language)}</Fact>}
      {institution.products && institution.products.length > 0 && (
        <Fact name={say('facts.products')}>{list(institution.products.map((product) => product.name))}</Fact>
      )}
      <Fact name={say('facts.domains')}>{list(lenderHosts)}</Fact>
      {institution.never?.map((never) => (
        <Fact key={never.text.zh} name={say('facts.never')}>
          {localText(never.text, language)} <Linked url={never.url} />
        </Fact>
      ))}
    </dl>
  )
}

function Licence({ licence, say }: { licence: PublishedInstitution['licence']; say: Say<AppKey> }): VNode {
  if (!licence) return <>{say('facts.blank')}</>
  return (
    <>
      {licence.authority} <Linked url={licence.source} />
    </>
  )
}

function Linked({ url }: { url: string | undefined }): VNode | null {
  const host = url === undefined ? undefined : webHost(url)
  if (url === undefined || host === undefined) return null
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {host}
    </a>
  )
}
