// What went wrong and what to do: one sentence for each error of the contract, and for an answer that never came.
export const problem = {
  'invalid-input': 'Något är ifyllt på fel sätt. Kontrollera de markerade fälten.',
  'not-signed-in': 'Du är inte inloggad. Logga in för att fortsätta.',
  'wrong-credentials': 'Lösenordet är fel. Kontrollera det och försök igen.',
  'wrong-code': 'Koden är fel. Be om den på nytt av den som frågar.',
  'session-ended': 'Du har loggats ut. Logga in igen: det du har skrivit finns kvar.',
  'not-allowed': 'Du har inte rätt till det här. Fråga barnets ansvariga socialarbetare.',
  'cross-site': 'Begäran kom från en annan webbplats och godkändes inte. Ladda om sidan.',
  'not-found':
    'Det här finns inte, eller så har du inte tillgång till det. Gå tillbaka till föregående sida.',
  'link-not-valid': 'Länken gäller inte. Be den som frågar om en ny länk.',
  'port-taken': 'Tjänstens port används redan. Välj en annan.',
  'version-conflict': 'Någon ändrade det här alldeles nyss. Titta på det nya läget och försök igen.',
  'already-done': 'Det här är redan gjort. Ladda om sidan för att se läget.',
  'case-closed': 'Ärendet är avslutat och kan inte längre ändras.',
  'assessment-signed': 'Bedömningen är undertecknad. En rättelse görs som en ny version.',
  'child-view-missing': 'Anteckna först barnets åsikt, eller varför den saknas.',
  'synthesis-missing': 'Skriv först sammanfattningen.',
  'child-has-not-allowed': 'Barnet har inte gett de här läsarna lov att läsa sina ord. Välj andra läsare.',
  'safety-check-missing': 'Anteckna först säkerhetskontrollen.',
  'nothing-written': 'Här finns ingen text ännu. Skriv först.',
  'ground-missing': 'Det finns ingen grund för att lämna ut uppgifterna. Anteckna grunden först.',
  'not-an-author': 'Bara skribenten kan ändra texten. Be hen om ändringen.',
  'name-taken': 'Användarnamnet är upptaget. Välj ett annat.',
  'name-in-directory':
    'En person med samma namn finns redan i katalogen. Välj personen med sökningen, eller bekräfta att du menar någon annan.',
  'nothing-asked': 'Personen har inte blivit ombedd om något. Be först om en del.',
  'password-too-weak': 'Lösenordet är för lätt att gissa. Gör det längre.',
  'last-administrator': 'Den enda huvudanvändaren kan inte tas bort. Lägg först till en annan.',
  'consultation-state': 'Läget för begäran har ändrats och detta går inte längre att göra. Se det nya läget.',
  'claimed-by-another': 'En annan hann ta begäran. Du ser i begäran vem som har den.',
  identifying:
    'Texten innehåller en uppgift som barnet kan kännas igen på. Ta bort det markerade stället, så kan du skicka.',
  'perhaps-identifying':
    'Texten kan innehålla en uppgift som barnet känns igen på. Kontrollera de markerade ställena.',
  'draft-incomplete': 'Begäran saknar ännu uppgifter. Fyll i de markerade punkterna.',
  'too-many-drafts': 'Du har redan många påbörjade begäranden. Skicka eller ta bort någon av dem.',
  'service-refuses': 'Den här tjänsten tar inte emot en sådan begäran. Välj en annan tjänst.',
  'attachments-full':
    'Det finns redan så många filer som det kan finnas. Ta bort någon av dem eller skicka fler senare.',
  'attachments-named-only': 'Bilagor kan läggas till bara i en fråga där barnet nämns vid namn.',
  'attachment-not-open': 'Filen kan inte öppnas ännu. Den har inte kontrollerats för virus.',
  'open-requests': 'Tjänsten har ännu öppna begäranden. Den kan avslutas när de är besvarade.',
  'readers-changed': 'Mottagarna har ändrats. Se på nytt vem som får läsa frågan.',
  'same-words':
    'Några ställen har samma ord som den anonyma frågan. Ändra dem eller bekräfta att du skickar dem som de är.',
  'meeting-state': 'Mötets läge har ändrats. Se var det är nu och försök igen.',
  'visitors-unknown':
    'De här två får inte veta om varandra och kan därför inte vara med i samma punkt. Bjud in den ena till en annan punkt eller be om ett skriftligt svar.',
  'doer-hidden':
    'Någon som skulle se steget får inte veta om den som utför det. Begränsa vilka som ser eller välj någon annan.',
  'notification-state': 'Gör först det föregående steget. Ladda om sidan så ser du läget.',
  'text-kept-as-note': 'Din rätt har upphört. Det du har skrivit finns i dina egna anteckningar.',
  'too-large': 'Texten är för lång. Dela upp den.',
  'unsupported-media': 'Det här filformatet tas inte emot. Välj en annan fil.',
  'too-many-requests': 'Det kom för många förfrågningar. Vänta en stund och försök igen.',
  'sign-in-delayed': 'Många inloggningsförsök har gjorts. Vänta en stund och försök igen.',
  internal: 'Ett fel uppstod i tjänsten. Försök igen. Om felet upprepas, kontakta huvudanvändaren.',
  'database-away': 'Tjänsten kan inte spara just nu. Försök igen om en stund.',
  stopping: 'Tjänsten startar om. Försök igen om en stund.',
  offline: 'Ingen kontakt med servern. Kontrollera nätet och försök igen.',
} as const;

/** What is wrong in one field, as the server names it. */
export const fieldProblem = {
  required: 'Fyll i det här fältet.',
  'too-long': 'Texten är för lång.',
  'not-a-date': 'Skriv datumet så här: 3.11.2026.',
  wrong: 'Kontrollera det här fältet.',
} as const;
