/** Wires the guide: notes in IndexedDB, look-ups in the background, the view in the address. */
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { ask } from '../../src/messages.ts'
import { browserLanguage, readSettings } from '../../src/settings.ts'
import { findInstitutions, lookUp } from '../../src/shell/look-up.ts'
import { openNotebook } from '../../src/shell/notebook-store.ts'
import { askToRemind, scheduleReminder } from '../../src/shell/reminders.ts'
import { retiredNumbers } from '../../src/shell/retired-numbers.ts'
import { saveFile } from '../../src/shell/save-file.ts'
import { GuidePage, type GuideView, guideViews } from '../../src/ui/guide/guide-page.tsx'
import '../../src/ui/guide/guide.css'

const notebook = openNotebook(browser.extension.inIncognitoContext)
const { language = browserLanguage() } = await readSettings()
const registry = await ask('registryStatus', null)
document.documentElement.lang = language
const read = () => Promise.all([notebook.matters(), notebook.saved(), retiredNumbers(notebook, language, Date.now())])
let latest = 0
let known: Awaited<ReturnType<typeof read>> | undefined
/** Only the newest call draws: what an older one read may be out of date. */
async function draw(): Promise<void> {
  const turn = ++latest
  const found = await read()
  if (turn !== latest) return
  known = found
  show(found)
}

function show([matters, saved, { retired, gone, tell }]: NonNullable<typeof known>): void {
  render(
    <GuidePage
      language={language}
      view={guideViews.find((view): view is GuideView => `#${view}` === location.hash) ?? 'find'}
      status={registry.ok ? registry.value : undefined}
      matters={matters}
      saved={saved}
      gone={gone}
      retired={retired}
      lasting={notebook.lasting}
      now={Date.now}
      newId={() => crypto.randomUUID()}
      find={findInstitutions}
      lookUp={lookUp}
      onSave={(matter) => changed(notebook.save(matter))}
      onRemove={(id) => changed(notebook.remove(id))}
      onRemoveAll={() => changed(notebook.clear())}
      onRemind={askToRemind}
      onKeep={(line) => void changed(notebook.keep([line]))}
      onDrop={(line) => void changed(notebook.drop(line.canonical))}
      onTold={() => void changed(tell())}
      onSaveFile={saveFile}
      onPrint={() => print()}
    />,
    document.body,
  )
}

async function changed(done: Promise<void>): Promise<void> {
  await done
  await Promise.all([scheduleReminder(notebook), draw()])
}
/** The room changes at once, with what is known: who goes on by keyboard meanwhile would lose the place to the redrawing. */
addEventListener('hashchange', () => {
  if (known) show(known)
  void draw()
})
await draw()
