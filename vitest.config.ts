import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/** Milliseconds: how long a test waits for what must come. Only a failure takes so long. */
const patience = 30_000

/** Three rings: `unit` (Node, fast), `browser` (pages and stores in real Chromium), `extension` (the built extension in Chromium and Firefox). */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/**/*.browser.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['tests/support/own-temporary-folder.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: ['tests/support/own-temporary-folder.ts', 'tests/support/misbehaving-server.ts'],
          include: [
            'tests/**/*.browser.test.{ts,tsx}',
            ...(process.env.VITE_SHOTS ? ['tests/**/*.gallery.{ts,tsx}'] : []),
          ],
          testTimeout: 120_000,
          expect: { poll: { timeout: patience } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.ZHENHAO_CHROMIUM ?? '/usr/bin/chromium',
                args: [
                  '--no-sandbox',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'extension',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/own-temporary-folder.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: patience } },
          // A browser mostly waits: two files side by side take little more than one.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
