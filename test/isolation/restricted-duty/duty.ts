import type { Duty } from '../../../src/partnership/duty.ts';
import { enquiryRoutes } from './routes.tsx';

/** The restricted duty of the tests. `enquiries.sql` makes its tables. */
export const enquiriesDuty: Duty = {
  name: 'enquiries',
  title: 'Enquiries',
  restricted: true,
  navigation: [{ text: 'Enquiries', path: '/enquiries', permission: 'enquiries.read' }],
  permissions: {
    'enquiries.read': {
      title: 'read the enquiries they are on',
      roles: ['partnership-chair', 'business-manager', 'review-lead', 'panel-member', 'legal-adviser'],
    },
    'enquiries.write': { title: 'add to the enquiries they are on', roles: ['review-lead', 'panel-member'] },
    'enquiries.open': { title: 'open an enquiry', roles: ['business-manager'] },
    'enquiries.see-safe-address': { title: 'see where somebody is hidden', roles: ['review-lead'] },
    'enquiries.export': { title: 'take an export of their enquiries', roles: ['review-lead', 'legal-adviser'] },
    'enquiries.change-team': { title: 'say who is on an enquiry', roles: ['review-lead', 'business-manager'] },
  },
  routes: enquiryRoutes,
};
