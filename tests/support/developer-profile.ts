/** A profile folder with the developer mode on: without it Chromium does not start an unpacked extension anew. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function developerProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'zhenhao-profile-'))
  await mkdir(join(profile, 'Default'))
  const preferences = { extensions: { ui: { developer_mode: true } } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  return profile
}
