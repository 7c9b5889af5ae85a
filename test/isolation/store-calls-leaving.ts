import * as accessReview from '../../src/partnership/access-review/access-review.store.ts';
import * as closing from '../../src/partnership/closing.store.ts';
import * as handOver from '../../src/partnership/leaving/hand-over.store.ts';
import * as leaving from '../../src/partnership/leaving/leaving.store.ts';
import * as things from '../../src/partnership/leaving/things.store.ts';
import * as secondStep from '../../src/partnership/second-step/second-step.store.ts';
import * as arrival from '../../src/partnership/transition/arrival.store.ts';
import * as held from '../../src/partnership/transition/held.store.ts';
import * as reorganisation from '../../src/partnership/transition/reorganisation.store.ts';
import * as transition from '../../src/partnership/transition/transition.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import { newId } from '../../src/platform/database/ids.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const nowhere = { partnership: newId(), slug: 'none', name: 'None', shortName: 'None' };
const farOff = plainDate('2199-12-31');

/** The calls of leaving, of the reviews of access, of second steps and of transitions. */
export const leavingCalls: Readonly<Record<string, Call>> = {
  'access-review.answerReview': (to) =>
    accessReview.answerReview(to.scope, id(to, 'access_review'), [id(to, 'person')], 'keeps'),
  'access-review.beginReview': ({ scope }) => accessReview.beginReview(scope),
  'access-review.finishReview': (to) => accessReview.finishReview(to.scope, id(to, 'access_review')),
  'access-review.listAccess': ({ scope }) => accessReview.listAccess(scope),
  'access-review.listReviewAnswers': (to) =>
    accessReview.listReviewAnswers(to.scope, id(to, 'access_review_answer', 'review_id')),
  'access-review.listReviews': ({ scope }) => accessReview.listReviews(scope),
  'arrival.addArrival': ({ scope }) => arrival.addArrival(scope, newId(), nowhere, []),
  'arrival.listArrivals': ({ scope }) => arrival.listArrivals(scope),
  'arrival.listCame': (to) => arrival.listCame(to.scope, id(to, 'arrival_item', 'arrival_id')),
  'closing.findClosing': ({ scope }) => closing.findClosing(scope),
  'closing.findStanding': ({ scope, of }) => closing.findStanding(scope.db, scope.account, of.partnership),
  'closing.holdAlone': ({ scope }) => closing.holdAlone(scope),
  'closing.holdOpen': ({ scope }) => closing.holdOpen(scope),
  'hand-over.endMembership': (to) => handOver.endMembership(to.scope, id(to, 'person')),
  'hand-over.isInAnyPartnership': ({ scope }) => handOver.isInAnyPartnership(scope),
  'hand-over.leaveEveryTeam': ({ scope }) => handOver.leaveEveryTeam(scope),
  'hand-over.listTeamCases': ({ scope }) => handOver.listTeamCases(scope),
  'hand-over.passOn': async (to) => {
    const tables = {
      seat: 'seat_holder',
      role: 'role_held',
      assists: 'assistant',
      priority: 'priority',
      tasks: 'task',
    };
    const days = { seatsEndOn: farOff, seatsBeginOn: farOff, rolesEndOn: farOff, rolesBeginOn: farOff };
    for (const [kind, table] of Object.entries(tables) as [keyof typeof tables, string][])
      await handOver.passOn(to.scope, id(to, 'task', 'person_id'), { kind, id: id(to, table) }, undefined, days);
  },
  'held.endGroupAndSeats': (to) => held.endGroupAndSeats(to.scope, id(to, 'group_seat', 'group_id')),
  'held.endSeatsOf': (to) => held.endSeatsOf(to.scope, id(to, 'seat_holder', 'person_id')),
  'held.endTask': (to) => held.endTask(to.scope, id(to, 'task')),
  'held.listHeldRoles': ({ scope }) => held.listHeldRoles(scope),
  'held.listMembers': ({ scope }) => held.listMembers(scope),
  'held.listOpenTasks': ({ scope }) => held.listOpenTasks(scope),
  'leaving.addLeaving': (to) =>
    leaving.addLeaving(to.scope, id(to, 'person'), { lastOn: farOff, restTo: undefined, choices: new Map() }),
  'leaving.callOff': (to) => leaving.callOff(to.scope, id(to, 'leaving', 'person_id')),
  'leaving.findPlannedLeaving': (to) => leaving.findPlannedLeaving(to.scope, id(to, 'leaving', 'person_id')),
  'leaving.holdDueLeavings': ({ scope }) => leaving.holdDueLeavings(scope),
  'leaving.markCarriedOut': (to) => leaving.markCarriedOut(to.scope, id(to, 'leaving')),
  'reorganisation.closePartnership': ({ scope }) => reorganisation.closePartnership(scope, [scope.person], []),
  'reorganisation.listAccounts': ({ scope }) => reorganisation.listAccounts(scope),
  'reorganisation.listAssisting': ({ scope }) => reorganisation.listAssisting(scope),
  'reorganisation.listOtherTables': ({ scope }) => reorganisation.listOtherTables(scope, ['trail_entry']),
  'reorganisation.listPlannedLeavings': ({ scope }) => reorganisation.listPlannedLeavings(scope),
  'second-step.addLostStep': (to) =>
    secondStep.addLostStep(to.scope, { id: newId(), person: id(to, 'person'), knownBy: 'None' }),
  'second-step.answerLostStep': (to) => secondStep.answerLostStep(to.scope, id(to, 'lost_second_step'), true),
  'second-step.findAccountOf': (to) => secondStep.findAccountOf(to.scope, id(to, 'membership', 'person_id')),
  'second-step.findLostStep': (to) => secondStep.findLostStep(to.scope, id(to, 'lost_second_step')),
  'second-step.listLostSteps': ({ scope }) => secondStep.listLostSteps(scope),
  'things.holdPerson': (to) => things.holdPerson(to.scope, id(to, 'person')),
  'things.listManagers': ({ scope }) => things.listManagers(scope),
  'things.listThings': async (to) => {
    for (const table of ['seat_holder', 'role_held', 'assistant', 'task'])
      await things.listThings(to.scope, id(to, table, 'person_id'));
    await things.listThings(to.scope, id(to, 'priority', 'lead_id'));
  },
  'transition.answerItems': (to) =>
    transition.answerItems(to.scope, id(to, 'transition'), [{ kind: 'task', id: newId(), title: 'None' }], {
      answer: 'carried',
    }),
  'transition.beginReorganisation': ({ scope }) => transition.beginReorganisation(scope, 'merge', ['none']),
  'transition.beginTransition': ({ scope }) =>
    transition.beginTransition(scope, 'england-2004-act', 'england-2017-act-2018'),
  'transition.changeRegime': ({ scope }) => transition.changeRegime(scope, 'england-2004-act'),
  'transition.closeTransition': (to) => transition.closeTransition(to.scope, id(to, 'transition'), 'done'),
  'transition.listAnswered': (to) => transition.listAnswered(to.scope, id(to, 'transition')),
  'transition.listTransitions': ({ scope }) => transition.listTransitions(scope),
  'transition.markJoined': (to) =>
    transition.markJoined(to.scope, id(to, 'transition_item', 'transition_id'), 'none', [
      { kind: id(to, 'transition_item', 'kind'), id: id(to, 'transition_item', 'record_id') },
    ]),
};
