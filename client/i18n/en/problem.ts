// What went wrong and what to do: one sentence for each error of the contract, and for an answer that never came.
export const problem = {
  'invalid-input': 'Something is filled in wrongly. Check the marked fields.',
  'not-signed-in': 'You are not signed in. Sign in to go on.',
  'wrong-credentials': 'The password is wrong. Check it and try again.',
  'wrong-code': 'The code is wrong. Ask the person who asked you for it again.',
  'session-ended': 'You have been signed out. Sign in again: what you wrote is kept.',
  'not-allowed': 'You are not allowed to do this. Ask the child’s responsible social worker.',
  'cross-site': 'The request came from another site and was not accepted. Reload the page.',
  'not-found': 'This does not exist, or you have no access to it. Go back to the previous page.',
  'link-not-valid': 'The link is not valid. Ask the person who asks you for a new one.',
  'port-taken': 'The port of the service is already in use. Choose another one.',
  'version-conflict': 'Somebody changed this just now. Look at what changed and try again.',
  'already-done': 'This has already been done. Reload the page to see where things stand.',
  'case-closed': 'The case is closed and can no longer be changed.',
  'assessment-signed': 'The assessment is signed. A correction is made as a new version.',
  'child-view-missing': 'Record the child’s view first, or why it is missing.',
  'synthesis-missing': 'Write the synthesis first.',
  'child-has-not-allowed':
    'The child has not allowed these readers to see their words. Choose other readers.',
  'safety-check-missing': 'Record the safety check first.',
  'nothing-written': 'There is no text here yet. Write something first.',
  'ground-missing': 'There is no ground for giving the information. Record the ground first.',
  'not-an-author': 'Only the author can change the text. Ask them to change it.',
  'name-taken': 'The username is taken. Choose another one.',
  'name-in-directory':
    'Somebody of the same name is already in the directory. Choose them by the search, or confirm that you mean somebody else.',
  'nothing-asked': 'They have not been asked for anything. Ask for a contribution first.',
  'password-too-weak': 'The password is too easy to guess. Make it longer.',
  'last-administrator': 'The only administrator cannot be removed. Add another one first.',
  'consultation-state': 'The request has moved on, and this can no longer be done. Look at where it is now.',
  'claimed-by-another': 'Somebody else was quicker and has it. The request shows who.',
  identifying: 'The text holds something that tells who the child is. Take out what is marked, then send.',
  'perhaps-identifying': 'The text may hold something that tells who the child is. Check what is marked.',
  'draft-incomplete': 'Something is still missing from the request. Fill in what is marked.',
  'too-many-drafts': 'You have many unfinished requests already. Send one or throw one away.',
  'service-refuses': 'This service does not take such a request. Choose another one.',
  'attachments-full':
    'There are already as many files as there can be. Remove one of them or send more later.',
  'attachments-named-only': 'Attachments can be added only to a question that names the child.',
  'attachment-not-open': 'The file cannot be opened yet. It has not been checked for viruses.',
  'open-requests': 'The service still has open requests. It can be ended once they are answered.',
  'readers-changed': 'Who receives it has changed. Look again at who will read the request.',
  'same-words':
    'Some parts have the same words as the anonymous request. Change them, or confirm that you send them as they are.',
  'meeting-state': 'The meeting has moved on. See where it is now, and try again.',
  'visitors-unknown':
    'These two may not know of each other, so they cannot be in the same item. Invite one of them to another item, or ask for an answer in writing.',
  'doer-hidden':
    'Somebody who would see the step may not know of the person doing it. Narrow who sees it, or choose another person.',
  'notification-state': 'Do the step before this one first. Reload the page to see where it stands.',
  'text-kept-as-note': 'Your right has ended. What you wrote is in your own notes.',
  'too-large': 'The text is too long. Divide it into parts.',
  'unsupported-media': 'This kind of file is not accepted. Choose another file.',
  'too-many-requests': 'There were too many requests. Wait a moment and try again.',
  'sign-in-delayed': 'There have been many attempts to sign in. Wait a moment and try again.',
  internal: 'Something went wrong in the service. Try again. If it happens again, tell the administrator.',
  'database-away': 'The service cannot save right now. Try again in a moment.',
  stopping: 'The service is restarting. Try again in a moment.',
  offline: 'The server cannot be reached. Check the network and try again.',
} as const;

/** What is wrong in one field, as the server names it. */
export const fieldProblem = {
  required: 'Fill this in.',
  'too-long': 'The text is too long.',
  'not-a-date': 'Write the date like this: 3/11/2026 (day/month/year).',
  wrong: 'Check this.',
} as const;
