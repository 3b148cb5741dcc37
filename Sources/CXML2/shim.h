// libxml2's SAX2 parser, and its table of HTML 4 character entities.

#ifndef NEWSREEL_CXML2_H
#define NEWSREEL_CXML2_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#endif
