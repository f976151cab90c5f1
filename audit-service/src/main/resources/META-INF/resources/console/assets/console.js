// What pages do beyond links and forms; every page works without it.
'use strict';
