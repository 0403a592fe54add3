/** Phone, chat, ticket, e-mail: what each is good and bad for, and the channels on record. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'
import { Fact } from '../parts/fact.tsx'
import { SourceLine } from '../parts/source-line.tsx'

interface ChannelsProps {
  channels: NonNullable<PublishedInstitution['channels']>
  language: Language
  say: Say<AppKey>
}

const ways = ['phone', 'chat', 'ticket', 'email'] as const

export function Channels({ channels, language, say }: ChannelsProps): VNode {
  return (
    <>
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">{say('channels.way')}</th>
            <th scope="col">{say('channels.good')}</th>
            <th scope="col">{say('channels.bad')}</th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way}>
              <th scope="row">{say(`channels.${way}`)}</th>
              <td>{say(`channels.${way}.good`)}</td>
              <td>{say(`channels.${way}.bad`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {channels.length > 0 && <p class="small channels-listed">{say('channels.listed')}</p>}
      <dl class="facts">
        {channels.map((channel) => (
          <Fact key={channel.type + channel.how.zh} name={say(`channel.${channel.type}`)}>
            {localText(channel.how, language)}
            <br />
            <span class="soft">
              <SourceLine source={channel.source} seen={channel.source.seen} say={say} />
            </span>
          </Fact>
        ))}
      </dl>
    </>
  )
}
