/** What follows: one level up when it is not solved, the regulator's material, and everything in one file. */
import type { VNode } from 'preact'
import { evidencePacket } from '../notebook/evidence-packet.ts'
import { evidenceItems, ladderSteps, lastTicket, stepped, toggled } from '../notebook/matter.ts'
import { Button } from '../parts/button.tsx'
import { CheckList } from '../parts/fields.tsx'
import { Section } from '../parts/section.tsx'
import type { MatterPartProps } from './matter-view.tsx'

export function AfterCall(props: MatterPartProps): VNode {
  const { matter, change, say, language } = props
  return (
    <Section title={say('after.title')}>
      <Ladder {...props} />
      <h3 class="rows-title">{say('evidence.title')}</h3>
      <p class="small soft">{say('evidence.lead')}</p>
      <CheckList
        title={say('before.at-hand')}
        items={evidenceItems.map((item) => ({ item, words: say(`evidence.${item}`) }))}
        checked={matter.evidence}
        onToggle={(item) => change({ ...matter, evidence: toggled(matter.evidence, item) })}
      />
      <h3 class="rows-title">{say('packet.title')}</h3>
      <p class="small soft">{say('packet.lead')}</p>
      <p>
        <Button
          onPress={() =>
            props.onSaveFile('zhenhao-packet.html', 'text/html', evidencePacket(matter, say, language, props.now()))
          }
        >
          {say('packet.save')}
        </Button>
      </p>
    </Section>
  )
}

function Ladder({ matter, change, say }: MatterPartProps): VNode {
  const ticket = lastTicket(matter)
  return (
    <>
      <h3 class="rows-title">{say('ladder.title')}</h3>
      <p class="small soft">{say('ladder.lead')}</p>
      <ol class="steps ladder">
        {ladderSteps.map((step) => (
          <li key={step} aria-current={step === matter.step ? 'step' : undefined}>
            <strong>{say(`ladder.${step}`)}</strong>
            {step === matter.step && <span class="here small">{say('ladder.here')}</span>}
            <br />
            {step === 'supervisor' && ticket !== undefined
              ? say('ladder.supervisor.ticket', { ticket })
              : say(`ladder.${step}.say`)}
          </li>
        ))}
      </ol>
      <p class="actions">
        <Button disabled={matter.step === 'mediation'} onPress={() => change(stepped(matter, 1))}>
          {say('ladder.up')}
        </Button>
        <Button disabled={matter.step === 'agent'} kind="quiet" onPress={() => change(stepped(matter, -1))}>
          {say('ladder.down')}
        </Button>
      </p>
    </>
  )
}
