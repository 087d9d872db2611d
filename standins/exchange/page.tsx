import { momentInBaku } from '#standins/moments.ts'
import {
  CONNECTIONS,
  MODES,
  SECONDS_MAX,
  SPELLINGS,
  type CallMade,
  type RegistersState,
  type Settings,
} from '#standins/exchange/state.ts'
import { EXAMINED_NUMBERS } from '#standins/exchange/examinations.ts'
import type { Fetch } from '#standins/exchange/fetching.ts'
import type { Waiting } from '#standins/exchange/opinions.ts'
import { PLACES, SYSTEMS, type SystemCode } from '#standins/exchange/systems.ts'
import { AGREED_NUMBERS, agreedNumber } from '#standins/exchange/troubles.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Select, type SelectOption } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'

type Props = { readonly state: RegistersState }

/** What the made-up registers do, and everything about it that can be changed. */
export const RegistersPage = ({ state }: Props) => (
  <>
    <h1 class="govuk-heading-l">Registers</h1>
    <p class="govuk-body">
      Stand-ins for the systems of other institutions. Nobody in them is real, and nothing that is
      asked of them is kept.
    </p>
    <h2 class="govuk-heading-m">Opinions that wait</h2>
    <Opinions waiting={state.opinions.waiting()} seconds={state.settings().opinionSeconds} />
    <h2 class="govuk-heading-m">Systems</h2>
    {SYSTEMS.map((system) => (
      <System state={state} system={system} />
    ))}
    <h2 class="govuk-heading-m">Security server and times</h2>
    <SettingsForm settings={state.settings()} />
    <h2 class="govuk-heading-m">Agreed numbers</h2>
    <p class="govuk-body">
      Whatever register is asked about a travel document with such a number, this happens.
    </p>
    <Table
      caption="What happens to which number of a travel document"
      captionHidden
      columns={[{ head: 'Number' }, { head: 'What the register does' }]}
      rows={AGREED_NUMBERS.map(({ ending, does }) => [agreedNumber(ending), does])}
      firstCellIsHeader
    />
    <p class="govuk-body">
      Of a case that is forwarded for somebody with such a number, this becomes; it is granted with
      any other.
    </p>
    <Table
      caption="What becomes of a case that is forwarded"
      captionHidden
      columns={[{ head: 'Number' }, { head: 'What the system says' }]}
      rows={EXAMINED_NUMBERS.map(({ number, does }) => [number, does])}
      firstCellIsHeader
    />
    <h2 class="govuk-heading-m">Documents of forwarded cases</h2>
    <Fetches fetches={state.fetches.all()} />
    <h2 class="govuk-heading-m">Last calls</h2>
    <Calls calls={state.calls()} />
  </>
)

const System = ({ state, system }: Props & { readonly system: SystemCode }) => {
  const [mode, until] = [state.modeOf(system), state.downUntil(system)]
  return (
    <form method="post" action={`/registers/systems/${system}`} id={`system-${system}`}>
      <h3 class="govuk-heading-s">
        {PLACES[system].title}{' '}
        <Tag colour={mode === 'normal' && until === undefined ? 'green' : 'yellow'}>
          {until === undefined ? MODES[mode] : `is down until ${momentInBaku(until)}`}
        </Tag>
      </h3>
      <Select
        name="mode"
        id={`mode-${system}`}
        label={`Asked so far: ${state.counted(system)}. From now on it`}
        options={optionsOf(MODES)}
        value={mode}
      />
      <Button variant="secondary">Change {PLACES[system].title}</Button>
    </form>
  )
}

const optionsOf = (choices: Readonly<Record<string, string>>): readonly SelectOption[] =>
  Object.entries(choices).map(([value, text]) => ({ value, text }))

const SettingsForm = ({ settings }: { readonly settings: Settings }) => (
  <form method="post" action="/registers/settings">
    <Select
      name="connection"
      label="How the information system comes to its security server"
      options={optionsOf(CONNECTIONS)}
      value={settings.connection}
    />
    <Select
      name="spelling"
      label="How the security server writes error codes"
      options={optionsOf(SPELLINGS)}
      value={settings.spelling}
    />
    <TextInput
      name="slowSeconds"
      label="Seconds after which an answer comes that is late"
      hint={`From 0 to ${SECONDS_MAX}`}
      value={String(settings.slowSeconds)}
      inputmode="numeric"
      width={5}
    />
    <TextInput
      name="opinionSeconds"
      label="Seconds after which an opinion comes by itself, without an objection"
      hint={`From 0 to ${SECONDS_MAX}`}
      value={String(settings.opinionSeconds)}
      inputmode="numeric"
      width={5}
    />
    <TextInput
      name="examinationSeconds"
      label="Seconds after which something is said of a case that was forwarded"
      hint={`From 0 to ${SECONDS_MAX}`}
      value={String(settings.examinationSeconds)}
      inputmode="numeric"
      width={5}
    />
    <Button variant="secondary">Change</Button>
  </form>
)

type OpinionsProps = { readonly waiting: readonly Waiting[]; readonly seconds: number }

const Opinions = ({ waiting, seconds }: OpinionsProps) =>
  waiting.length === 0 ? (
    <p class="govuk-body">
      Nobody waits for an opinion. Once asked for, it comes by itself after {seconds} seconds.
    </p>
  ) : (
    <>
      {waiting.map(({ id, case: about, since }, index) => (
        <form method="post" action="/registers/opinions">
          <h3 class="govuk-heading-s">Case {about}</h3>
          <p class="govuk-body">Received {momentInBaku(since)}</p>
          <input type="hidden" name="id" value={id} />
          <TextInput
            name="reason"
            id={`reason-${index}`}
            label={`Reason, for case ${about}`}
            hint="An objection needs one"
          />
          <ButtonGroup>
            <Button variant="secondary" name="objects" value="no">
              Do not object
            </Button>
            <Button variant="warning" name="objects" value="yes">
              Object
            </Button>
          </ButtonGroup>
        </form>
      ))}
    </>
  )

const Calls = ({ calls }: { readonly calls: readonly CallMade[] }) =>
  calls.length === 0 ? (
    <p class="govuk-body">Nothing was asked yet.</p>
  ) : (
    <table class="kc-list" role="table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">System</th>
          <th scope="col">Service</th>
          <th scope="col">Protocol</th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ at, system, service, protocol, outcome }) => (
          <tr>
            <td data-label="When">{momentInBaku(at)}</td>
            <td data-label="System">{system}</td>
            <td data-label="Service">{service}</td>
            <td data-label="Protocol">{protocol}</td>
            <td data-label="Outcome">{outcome}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

const FETCHED: Readonly<Record<Fetch['outcome'], string>> = {
  waits: 'is fetched next',
  whole: 'came whole, with the hash that was told',
  differs: 'came, and is not what was told',
  none: 'is not handed over',
  failed: 'was not reached',
}

/** Each is fetched from Keçid as the case comes; its bytes are counted, and not kept. */
const Fetches = ({ fetches }: { readonly fetches: readonly Fetch[] }) =>
  fetches.length === 0 ? (
    <p class="govuk-body">
      Nothing was fetched yet. What comes with a case that is forwarded is fetched by itself.
    </p>
  ) : (
    <table class="kc-list" role="table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Case</th>
          <th scope="col">Document</th>
          <th scope="col">Bytes</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody>
        {fetches.map(({ at, case: about, title, bytes, outcome }) => (
          <tr>
            <td data-label="When">{momentInBaku(at)}</td>
            <td data-label="Case">{about}</td>
            <td data-label="Document">{title}</td>
            <td data-label="Bytes">{bytes}</td>
            <td data-label="What came of it">{FETCHED[outcome]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

/** What was wrong with a form, in a sentence. */
export const RefusedPage = ({ problem }: { readonly problem: string }) => (
  <>
    <h1 class="govuk-heading-l">Nothing was changed</h1>
    <p class="govuk-body">{problem}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/registers">
        Back to the registers
      </a>
    </p>
  </>
)
