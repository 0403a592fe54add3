/** The shape of the collected facts (FACTS.json), as far as the import reads it. Types only. */

export interface FactsEvidence {
  kind: 'primary' | 'regulator' | 'secondary'
  group: string
  source: string
  citable: boolean
  seen?: string
  says: string
  cites?: string
  counts?: boolean
}

export interface FactsLine {
  number: string
  digits: string
  label: string
  scope: string
  level: string
  hours?: string
  ivr?: string
  note?: string
  region?: string
  evidence: FactsEvidence[]
}

export interface FactsInstitution {
  id: string
  name: string
  aliases: string[]
  kind: string
  domains?: string[]
  domain_sources?: string[]
  apps?: string[]
  parent?: string
  licence_authority?: string
  licence_code?: string
  notes?: string
  hotlines: FactsLine[]
}
