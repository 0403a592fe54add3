/** The registry's base addresses as a build is told them, checked: a wrong one would ship and never update anybody. */

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Reads `ZHENHAO_REGISTRY`: addresses separated by white space, in order of preference; none in an empty text.
 * @throws one sentence that names the address and what is wrong with it
 */
export function registryAddresses(setting: string): string[] {
  const addresses = setting.split(/\s+/).filter((address) => address !== '')
  for (const [at, address] of addresses.entries()) {
    const problem = addresses.indexOf(address) < at ? 'stands there twice' : problemOf(address)
    if (problem !== undefined) throw new Error(`ZHENHAO_REGISTRY: ${address} ${problem}`)
  }
  return addresses
}

function problemOf(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is no address; write it like https://registry.example/zhenhao/'
  const { protocol, hostname, username, password, search, hash, pathname } = new URL(address)
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback.includes(hostname)))
    return 'must begin with https:// (http:// is for this machine alone)'
  if (username !== '' || password !== '') return 'must not hold a user name or password'
  if (search !== '' || hash !== '' || /[?#]$/.test(address)) return 'must not have a query or a fragment'
  if (!pathname.endsWith('/') || !address.endsWith('/'))
    return 'must end with a slash, or its last part would be left out'
  return undefined
}
