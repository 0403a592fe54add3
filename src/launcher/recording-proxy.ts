/** A proxy on this machine that records every address asked through it: WebDriver BiDi never shows background requests. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface RecordingProxy {
  port: number
  /** Addresses in order; of a TLS tunnel only `https://host/` can be seen. */
  asked(): string[]
  close(): Promise<void>
}

/** What the proxy lets through to the network; everything else is recorded and refused with 502. */
export interface ProxyOptions {
  /** Everything. */
  network?: boolean
  /** Addresses that begin so: a registry served on this machine. */
  registry?: string
}

export async function startRecordingProxy({ network, registry }: ProxyOptions): Promise<RecordingProxy> {
  const passes = (address: string): boolean =>
    network === true || (registry !== undefined && address.startsWith(registry))
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, answer) => {
    asked.push(incoming.url ?? '')
    if (passes(incoming.url ?? '')) forwardRequest(incoming, answer)
    else answer.writeHead(502).end()
  })
  server.on('connect', (incoming: IncomingMessage, client: Socket) => {
    const [host = '', port = '443'] = (incoming.url ?? '').split(':')
    const address = port === '443' ? `https://${host}/` : `https://${host}:${port}/`
    asked.push(address)
    // A tunnel's socket has no listener but ours, and browsers that close reset what they opened.
    client.on('error', () => client.destroy())
    if (passes(address)) tunnel(client, host, Number(port))
    else client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked.slice(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/**
 * What the proxy saw and no page asked for: the extension's, or the browser's own chatter (`browsersOwn`). Pages' requests
 * reach the proxy too when they go to the network. Pure.
 */
export function unexplained(asked: string[], pages: string[], browsersOwn: RegExp): string[] {
  const known = new Set(pages.flatMap((address) => [address, `${new URL(address).origin}/`]))
  return asked.filter((address) => !known.has(address) && !browsersOwn.test(address))
}

function forwardRequest(incoming: IncomingMessage, answer: ServerResponse): void {
  const onward = request(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(answer)
  })
  onward.on('error', () => answer.writeHead(502).end())
  incoming.pipe(onward)
}

function tunnel(client: Socket, host: string, port: number): void {
  const server = connect(port, host, () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    client.pipe(server).pipe(client)
  })
  server.on('error', () => client.destroy())
  client.on('close', () => server.destroy())
}
