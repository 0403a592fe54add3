// Set-up before `npm start` and `npm test`: plain JavaScript, because it runs on whatever Node (≥ 20) the machine has
// and before anything is installed. Shows what it does, skips what is there, needs the network only for what is missing.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'node_modules', '.package-lock-stamp')

/** What has to be on the machine: a program on the PATH or a file, and the Debian package that brings it. */
const needed = [
  { package: 'chromium', override: 'ZHENHAO_CHROMIUM', programs: ['chromium', 'chromium-browser'] },
  { package: 'firefox-esr', override: 'ZHENHAO_FIREFOX', programs: ['firefox-esr', 'firefox'] },
  { package: 'fonts-noto-cjk', files: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'], fontconfig: 'zh' },
]

setUp()

function setUp() {
  const started = Date.now()
  checkNode()
  const installed = installSystemPackages()
  const modules = installModules()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(installed || modules ? `set-up done in ${seconds} s` : `set-up: everything is there (${seconds} s)`)
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or newer and run the command again.`)
}

/** @returns {boolean} true when something was installed */
function installSystemPackages() {
  const missing = needed.filter((item) => !isThere(item)).map((item) => item.package)
  if (missing.length === 0) return false
  if (!isDebian()) failElsewhere(missing)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  say(`installing from Debian: ${missing.join(' ')}`)
  const packages = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing]
  if (!run([...sudo, 'apt-get', 'update', '-q'], env) || !run([...sudo, ...packages], env)) {
    fail(`That did not work: run "apt-get install ${missing.join(' ')}" as root, then the command again.`)
  }
  return true
}

function isThere(item) {
  if (item.override && process.env[item.override]) return existsSync(process.env[item.override])
  if (item.programs?.some(onPath) || item.files?.some((file) => existsSync(file))) return true
  if (!item.fontconfig || !onPath('fc-list')) return false
  return spawnSync('fc-list', [`:lang=${item.fontconfig}`, 'family'], { encoding: 'utf8' }).stdout.trim() !== ''
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID(_LIKE)?=.*debian/m.test(release) && onPath('apt-get')
}

function failElsewhere(missing) {
  fail(
    `This system is not Debian, so please install ${missing.join(', ')} (Chromium, Firefox 146 or newer, a Chinese font) yourself; ` +
      'set ZHENHAO_CHROMIUM and ZHENHAO_FIREFOX to the programs if they have other names.',
  )
}

/** @returns {boolean} true when `npm ci` ran */
function installModules() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return false
  say('installing the packages of package-lock.json (npm ci)')
  const npm = ['npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  if (!run(npm, process.env)) fail('npm ci failed: check the network and run the command again.')
  writeFileSync(stampFile, lock)
  return true
}

function run([program, ...args], env) {
  const done = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  return done.status === 0
}

function say(text) {
  process.stderr.write(`· ${text}\n`)
}

function fail(text) {
  process.stderr.write(`✗ ${text}\n`)
  process.exit(1)
}
