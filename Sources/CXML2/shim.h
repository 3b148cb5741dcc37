// libxml2's SAX2 parser, and its table of HTML 4 character entities.

#ifndef NEWSREEL_CXML2_H
#define NEWSREEL_CXML2_H

// Debian's libxml2 is built with ICU, and its headers include ICU's, whose types clash with the ICU inside Foundation.
// Only the encoding handlers depend on it, and nothing here uses them: input is UTF-8.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#endif
