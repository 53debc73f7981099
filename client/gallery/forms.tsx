// Fields, choices and buttons in their states.
import { createSignal, type JSX } from 'solid-js';
import { Button, LinkButton } from '../ui/button.tsx';
import { Checkbox, RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Scale } from '../ui/scale.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './gallery.module.css';

const languages = [
  { value: 'fi', label: 'suomi' },
  { value: 'sv', label: 'ruotsi' },
  { value: 'se', label: 'pohjoissaame' },
] as const;

export function Forms(): JSX.Element {
  const [name, setName] = createSignal('Aino Vehkalahti');
  const [text, setText] = createSignal('Poissaoloja syksyllä 62 tuntia, lähes kaikki aamutunteja.');
  const [born, setBorn] = createSignal('2013-05-14');
  const [language, setLanguage] = createSignal<'fi' | 'sv' | 'se' | ''>('');
  const [tried, setTried] = createSignal(true);
  const [custody, setCustody] = createSignal<'joint' | 'sole' | ''>('joint');
  const [how, setHow] = createSignal<number | null>(4);
  const [none, setNone] = createSignal<number | null>(null);
  return (
    <div class={styles.columns}>
      <div class={styles.stack}>
        <TextInput label="Lapsen nimi" value={name()} onInput={setName} />
        <TextInput
          label="Kutsumanimi"
          optional
          hint="Se, jota lapsi itse käyttää."
          value=""
          onInput={() => undefined}
        />
        <TextInput
          label="Puhelin"
          error="Jätä puhelinnumero pois: nimettömässä pyynnössä ei voi olla yhteystietoja."
          value="040 123 4567"
          onInput={() => undefined}
        />
        <DateInput label="Syntymäaika" value={born()} onDate={setBorn} />
        <Select
          label="Äidinkieli"
          placeholder="Valitse kieli"
          value={language()}
          options={languages}
          onChange={setLanguage}
        />
        <TextInput label="Suljettu kenttä" value="R-2026-00418" onInput={() => undefined} disabled />
      </div>
      <div class={styles.stack}>
        <TextArea label="Mitä koulussa näkyy?" look="narrative" value={text()} onInput={setText} />
        <Scale
          label="Miten sujuu nyt?"
          value={how()}
          onChange={setHow}
          agency="education"
          low="huonosti"
          high="hyvin"
        />
        <Scale label="Miten sujuu kotona?" value={none()} onChange={setNone} />
        <RadioGroup
          label="Huoltajuus"
          value={custody()}
          options={[
            { value: 'joint', label: 'Yhteishuoltajuus', hint: 'Kumpikin huoltaja päättää osaltaan.' },
            { value: 'sole', label: 'Yksi huoltaja' },
          ]}
          onChange={setCustody}
        />
        <div>
          <Checkbox label="Ryhmäkohtainen tuki" checked={tried()} onChange={setTried} />
          <Checkbox
            label="Kuraattorin tapaaminen"
            hint="Vähintään yksi tapaaminen."
            checked={false}
            onChange={() => undefined}
          />
        </div>
        <div class={styles.row}>
          <Button kind="primary">Jaa osuus…</Button>
          <Button>Liitä lähde</Button>
          <Button kind="quiet" icon="plus">
            Lisää
          </Button>
          <Button kind="danger">Päätä jäsenyys</Button>
          <Button kind="primary" busy>
            Jaetaan…
          </Button>
          <Button disabled>Ei vielä</Button>
          <Button size="small" icon="undo">
            Kumoa
          </Button>
          <LinkButton href="/gallery/rings" icon="ring">
            Rinki
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
