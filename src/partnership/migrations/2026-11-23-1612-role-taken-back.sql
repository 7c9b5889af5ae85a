-- A role that is taken back on the day it was given was held on no whole day: its last day is the one before its first.
alter table role_held drop constraint role_held_check;
alter table role_held add constraint role_held_check check (until_on >= from_on - 1);
