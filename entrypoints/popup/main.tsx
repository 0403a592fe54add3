/** Wires the popup: asks the background and the page's frames, draws again whenever an answer comes. */
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { ask } from '../../src/messages.ts'
import type { RegistryStatus } from '../../src/protocol.ts'
import { browserLanguage, type changeSettings } from '../../src/settings.ts'
import { takeHandedText } from '../../src/shell/handed-text.ts'
import { lookUp } from '../../src/shell/look-up.ts'
import { revealMark, type SeenPage, watchOpenPage } from '../../src/shell/open-page.ts'
import { readPolicy } from '../../src/shell/organisation-policy.ts'
import { changeSettingsIn, isPrivateHere, readSettingsIn } from '../../src/shell/private-choices.ts'
import type { RetiredNumbers } from '../../src/shell/retired-numbers.ts'
import { paused, pauseState, resumed } from '../../src/ui/popup/pause-state.ts'
import { Popup } from '../../src/ui/popup/popup.tsx'
import '../../src/ui/popup/popup.css'

const inPrivate = isPrivateHere()
const [policy, first, startText, isPrivate] = await Promise.all([
  readPolicy(),
  inPrivate.then(readSettingsIn),
  takeHandedText(),
  inPrivate,
])
let settings = first
let status: RegistryStatus | undefined
let page: SeenPage = { kind: 'loading' }
let own: RetiredNumbers | undefined
const open = watchOpenPage((seen) => {
  page = seen
  draw()
})
function draw(): void {
  const host = 'host' in page ? page.host : ''
  const language = settings.language ?? browserLanguage()
  document.documentElement.lang = language
  render(
    <Popup
      now={Date.now()}
      language={language}
      personalMark={settings.personalMark}
      status={status}
      page={page}
      pause={pauseState(settings, policy, host, Date.now())}
      inPrivate={isPrivate}
      startText={startText}
      retired={own?.retired ?? []}
      onTold={() => void own?.tell().then(readOwn)}
      lookUp={lookUp}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onGuide={() => void browser.tabs.create({ url: browser.runtime.getURL('/guide.html') })}
      onReveal={(mark) => void (page.kind === 'ready' && revealMark(page, mark))}
      onCheck={open.check}
      onPause={(scope) => void change((before) => paused(before, scope, host, Date.now()))}
      onResume={() => void change((before) => resumed(before, host))}
    />,
    document.body,
  )
}

async function change(how: Parameters<typeof changeSettings>[0]): Promise<void> {
  settings = await changeSettingsIn(isPrivate, how)
  open.again()
}

/** Not needed for the first picture: the notebook is loaded behind it. */
async function readOwn(): Promise<void> {
  const [{ openNotebook }, { retiredNumbers }] = await Promise.all([
    import('../../src/shell/notebook-store.ts'),
    import('../../src/shell/retired-numbers.ts'),
  ])
  const notebook = openNotebook(browser.extension.inIncognitoContext)
  own = await retiredNumbers(notebook, settings.language ?? browserLanguage(), Date.now())
  draw()
}

draw()
open.again()
void readOwn()
const reply = await ask('registryStatus', null)
if (reply.ok) status = reply.value
draw()
