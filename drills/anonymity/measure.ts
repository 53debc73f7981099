// How well the recogniser does on marked texts: what of the marked it found, and what of the found was marked.
import { findIdentifying } from '../../server/consultations/identifying/index.ts';
import type { Finding } from '../../shared/identifying.ts';
import { mustNeverPass } from './certain.ts';
import type { Detail, Text } from './texts.ts';

export type Measured = {
  readonly texts: number;
  readonly details: number;
  readonly findings: number;
  /** Of the findings, the share that lies on something marked. */
  readonly precision: number;
  /** Of the marked, the share that a finding lies on; every occurrence counts. */
  readonly recall: number;
  readonly certain_identifiers_passed: number;
  readonly missed: readonly string[];
  readonly mistaken: readonly string[];
  readonly passed: readonly string[];
};

type Place = { readonly from: number; readonly to: number; readonly detail: Detail };

const placesOf = ({ text, details }: Text): Place[] =>
  details.flatMap((detail) => {
    const places: Place[] = [];
    for (let from = text.indexOf(detail.quote); from !== -1; from = text.indexOf(detail.quote, from + 1))
      places.push({ from, to: from + detail.quote.length, detail });
    return places;
  });

const overlap = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

type Finder = (text: string) => readonly Finding[];

/** Measures a recogniser; `find` is another one where a test shows that a bad one is caught. */
export const measure = (texts: readonly Text[], find: Finder = findIdentifying): Measured => {
  const each = texts.map((one) => {
    const places = placesOf(one);
    const findings = find(one.text);
    const tell = (what: { from: number; to: number }, kind: string) =>
      `${one.id} ${kind}: ${one.text.slice(what.from, what.to)}`;
    return {
      places: places.length,
      findings: findings.length,
      missed: places
        .filter((place) => !findings.some((finding) => overlap(finding, place)))
        .map((place) => tell(place, place.detail.kind)),
      mistaken: findings
        .filter((finding) => !places.some((place) => overlap(finding, place)))
        .map((finding) => tell(finding, finding.kind)),
      passed: places
        .filter(
          (place) =>
            mustNeverPass(place.detail) &&
            !findings.some((finding) => finding.certain && overlap(finding, place)),
        )
        .map((place) => tell(place, place.detail.kind)),
    };
  });
  const sum = (of: 'places' | 'findings') => each.reduce((total, one) => total + one[of], 0);
  const [missed, mistaken] = [each.flatMap((one) => one.missed), each.flatMap((one) => one.mistaken)];
  const passed = each.flatMap((one) => one.passed);
  const [details, findings] = [sum('places'), sum('findings')];
  return {
    texts: texts.length,
    details,
    findings,
    precision: findings === 0 ? 0 : (findings - mistaken.length) / findings,
    recall: details === 0 ? 0 : (details - missed.length) / details,
    certain_identifiers_passed: passed.length,
    missed,
    mistaken,
    passed,
  };
};
