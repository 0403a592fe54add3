/** Wires the options page, which is also the first page after installing (`#welcome`). */
import { render } from 'preact'
import { ask } from '../../src/messages.ts'
import { type ChosenAdapters, chooseAdapters } from '../../src/page/sms/packaged-adapters.ts'
import { selectorTester } from '../../src/page/sms/read-adapters.ts'
import type { RegistryStatus } from '../../src/protocol.ts'
import type { RegistryDetails } from '../../src/registry/registry-details.ts'
import { browserLanguage, changeSettings, onSettingsChange, readSettings } from '../../src/settings.ts'
import { lookUp } from '../../src/shell/look-up.ts'
import { onPolicyChange, readPolicy } from '../../src/shell/organisation-policy.ts'
import { OptionsPage } from '../../src/ui/options/options-page.tsx'
import '../../src/ui/options/options.css'

const [firstPolicy, first] = await Promise.all([readPolicy(), readSettings()])
let policy = firstPolicy
let settings = first
let status: RegistryStatus | undefined
let details: RegistryDetails | undefined
let views: ChosenAdapters | undefined

function draw(): void {
  const language = settings.language ?? browserLanguage()
  document.documentElement.lang = language
  render(
    <OptionsPage
      language={language}
      settings={settings}
      policy={policy}
      status={status}
      details={details}
      views={views}
      now={Date.now()}
      firstRun={location.hash === '#welcome'}
      lookUp={lookUp}
      onUpdate={update}
      onChange={(change) => void changeSettings(change)}
      onDeleteAll={forget}
    />,
    document.body,
  )
}

async function forget(): Promise<void> {
  const forgotten = await ask('forget', null)
  if (!forgotten.ok) throw new Error(`nothing was deleted: ${forgotten.code}`)
}

async function update(): Promise<void> {
  const updated = await ask('updateRegistry', null)
  if (updated.ok) status = updated.value.status
  await readDetails()
}

async function readDetails(): Promise<void> {
  const [reply, published] = await Promise.all([ask('registryDetails', null), ask('smsViews', null)])
  if (reply.ok) details = reply.value
  if (published.ok) views = chooseAdapters(published.value, selectorTester(document))
  draw()
}

onPolicyChange((changed) => {
  policy = changed
  draw()
})
onSettingsChange((changed) => {
  settings = changed
  draw()
})
draw()
const reply = await ask('registryStatus', null)
if (reply.ok) status = reply.value
await readDetails()
