-- What is taken tells too whether it binds whoever decides anew.
drop function if exists take_effect(uuid);
