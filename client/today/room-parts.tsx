// What other rooms have for Today, fetched together.
export { TodayConsultations } from '../consultations/today-part.tsx';
export { TodayMeetings } from '../meetings/today-part.tsx';
export { TodayNotifications } from '../welfare-notifications/today-part.tsx';
