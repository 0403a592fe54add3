import { defineConfig } from 'wxt'
import { buildRegistry } from './scripts/build-registry.ts'
import { registryAddresses } from './scripts/registry-addresses.ts'

/** Base addresses of the registry; without any the packaged registry is never updated. */
const addresses = registryAddresses(process.env.ZHENHAO_REGISTRY ?? '')
const origins = addresses.map((address) => new URL(address).origin)

/** No page of ours may ask anything of the network but the registry: the policy itself stops it, in the background too. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${["'self'", ...origins].join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export default defineConfig({
  srcDir: 'src',
  outDir: process.env.ZHENHAO_OUT ?? '.output',
  entrypointsDir: '../entrypoints',
  publicDir: 'src/public',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    omnibox: { keyword: 'zh' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Z' } },
      'next-flagged': { suggested_key: { default: 'Alt+Shift+X' }, description: '__MSG_nextFlagged__' },
      'previous-flagged': { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_previousFlagged__' },
    },
    permissions: ['storage', 'alarms', 'contextMenus', 'scripting', 'activeTab'],
    optional_permissions: ['notifications'],
    host_permissions: ['<all_urls>'],
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['page.js'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
      },
    ],
    content_security_policy: { extension_pages: policy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zhenhao@zhenhao.invalid',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
  vite: () => {
    const { seq } = buildRegistry()
    return {
      define: { __REGISTRY_SEQ__: seq, __REGISTRY_ADDRESSES__: JSON.stringify(addresses) },
    }
  },
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      const { folder, files: names } = buildRegistry()
      for (const name of names) files.push({ absoluteSrc: `${folder}/${name}`, relativeDest: `registry/${name}` })
    },
  },
  zip: {
    includeSources: [
      'entrypoints/**',
      'src/**',
      'data/**',
      'scripts/**',
      'package-lock.json',
      '*.config.ts',
      'tsconfig.json',
      'LICENSE',
      'README.md',
    ],
  },
})
