/**
 * `npm run screenshots`: the scenes of the 21 rows from the real extension, in both languages, light and dark, on
 * contact sheets in a folder outside the repository; `--only WORDS` and `--look chromium-zh-light` for some of them,
 * `--look -grey`, `-forced`, `-large` and `-small` for other eyes and windows.
 * `--readme`: the README's pictures. `--gallery`: contact sheets of the browser tests' screens, into `.output/gallery`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildWith } from '../tests/support/story-build.ts'
import { storyLender } from '../tests/support/story-lender.ts'
import { buildExtension } from './build-extension.ts'
import { contactSheet } from './screenshots/contact-sheet.ts'
import { readmePictures } from './screenshots/readme-pictures.ts'
import { type Look, lookName, rowPictures } from './screenshots/row-pictures.ts'

const { values } = parseArgs({
  options: {
    readme: { type: 'boolean', default: false },
    gallery: { type: 'boolean', default: false },
    out: { type: 'string', default: join(tmpdir(), 'zhenhao-screenshots') },
    /** Only scenes whose name matches. */
    only: { type: 'string' },
    /** Only looks that match, such as `chromium-zh-light$` or `firefox-en-dark-large`; absent: those without a suffix. */
    look: { type: 'string' },
  },
})

const looks: Look[] = (['chromium', 'firefox'] as const).flatMap((browser) =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((colourScheme) =>
      ([undefined, 'grey', 'forced', 'large', 'small'] as const).map((eyes) => ({
        browser,
        language,
        colourScheme,
        ...(eyes && { eyes }),
      })),
    ),
  ),
)
const sheetSizes = {
  popup: { columns: 5, width: 360, most: 10 },
  wide: { columns: 2, width: 800, most: 6 },
  narrow: { columns: 5, width: 360, most: 10 },
} as const

if (values.gallery) {
  process.exitCode = makeGallery()
} else if (values.readme) {
  const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
  await readmePictures(folder, await buildExtension('chromium'))
} else {
  mkdirSync(values.out, { recursive: true })
  for (const look of looks) await pictureLook(look)
}

async function pictureLook(look: Look): Promise<void> {
  const name = lookName(look)
  if (values.look === undefined ? look.eyes !== undefined : !new RegExp(values.look).test(name)) return
  const extension = await buildWith(look.browser, [storyLender])
  try {
    const pictures = await rowPictures(values.out, extension, look, values.only ? new RegExp(values.only) : undefined)
    for (const kind of ['popup', 'wide', 'narrow'] as const) await makeSheets(`${kind}-${name}`, kind, pictures[kind])
  } finally {
    rmSync(extension, { recursive: true, force: true })
  }
}

async function makeSheets(name: string, kind: keyof typeof sheetSizes, files: string[]): Promise<void> {
  const { columns, width, most } = sheetSizes[kind]
  for (let start = 0; start < files.length; start += most) {
    const some = files.slice(start, start + most)
    console.log(await contactSheet(values.out, { name: `${name}-${start / most + 1}`, files: some, columns, width }))
  }
}

/** The browser tests' own screens, drawn by the tests that write pictures when VITE_SHOTS says where. */
function makeGallery(): number {
  const sheets = fileURLToPath(new URL('../.output/gallery', import.meta.url))
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'browser', 'gallery', 'tests/ui'], {
    stdio: 'inherit',
    env: { ...process.env, VITE_SHOTS: sheets },
  })
  console.log(sheets)
  return status ?? 1
}
