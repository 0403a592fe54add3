/** The proxy of the launchers: what browsers do to its sockets must not end a test run. */
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startRecordingProxy } from '../../src/launcher/recording-proxy.ts'

it('a browser that resets the tunnel it was refused breaks nothing', async () => {
  const proxy = await startRecordingProxy({})
  try {
    for (let round = 0; round < 20; round++) {
      const client = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true })
      client.on('error', () => client.destroy())
      await new Promise<void>((connected) => client.once('connect', connected))
      client.write('CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n')
      await expect.poll(() => proxy.asked().length).toBe(round + 1)
      client.resetAndDestroy()
    }
    expect(proxy.asked()).toEqual(Array(20).fill('https://example.test/'))
  } finally {
    // Ends when every socket has: what the proxy did not handle has ended this process by then.
    await proxy.close()
  }
})
