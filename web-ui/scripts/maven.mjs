// Called by Maven: `node scripts/maven.mjs build|test`. Does nothing when the sources have not changed since the last success.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MINIMUM_NODE = 20
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const SOURCES = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const RESOURCES = join(root, 'target', 'classes', 'META-INF', 'resources')

function files(path) {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path]
}

function hash(paths) {
  const digest = createHash('sha256').update(process.version)
  for (const file of paths.flatMap((path) => files(join(root, path)))) {
    digest.update(file.slice(root.length)).update(readFileSync(file))
  }
  return digest.digest('hex')
}

function isStamped(name, value) {
  const stamp = join(root, 'target', `${name}.stamp`)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

function stamp(name, value) {
  mkdirSync(join(root, 'target'), { recursive: true })
  writeFileSync(join(root, 'target', `${name}.stamp`), value)
}

function npm(...args) {
  execFileSync('npm', args, { cwd: root, stdio: 'inherit' })
}

function install() {
  const wanted = hash(['package.json', 'package-lock.json'])
  const marker = join(root, 'node_modules', '.roentgen-installed')
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
    writeFileSync(marker, wanted)
  }
}

function build(sources) {
  if (isStamped('build', sources) && existsSync(join(RESOURCES, 'index.html'))) {
    return
  }
  install()
  npm('run', '--silent', 'build')
  rmSync(RESOURCES, { recursive: true, force: true })
  cpSync(join(root, 'dist'), RESOURCES, { recursive: true })
  stamp('build', sources)
}

function test(sources) {
  if (!isStamped('test', sources)) {
    install()
    npm('run', '--silent', 'test')
    stamp('test', sources)
  }
}

const major = Number(process.versions.node.split('.')[0])
if (major < MINIMUM_NODE) {
  console.error(`Node ${process.versions.node} is too old to build the web UI: install Node ${MINIMUM_NODE} or newer`)
  process.exit(1)
}
const tasks = { build, test }
const task = tasks[process.argv[2]]
if (task === undefined) {
  console.error(`Unknown task ${process.argv[2]}: use one of ${Object.keys(tasks).join(', ')}`)
  process.exit(1)
}
task(hash(SOURCES))
