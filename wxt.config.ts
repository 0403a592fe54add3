import { defineConfig } from 'wxt'

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'src/public',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: { name: '真号 Zhenhao' },
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('registry/registry.json', 'registry/registry.sig')
    },
  },
})
