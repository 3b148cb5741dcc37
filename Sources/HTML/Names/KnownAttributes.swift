/// The attribute names that have a number in every document, in the order of their numbers, from 1.
///
/// Common names first, then those the HTML Standard (13.2.6.5) adjusts in foreign content, in lower case and adjusted. A name
/// with a namespace is written `prefix/local`, which no parsed name can be: in markup a slash ends a name.
enum KnownAttributes {
    static let names: StaticString = """
        id class href src alt title style name content property rel type value lang dir width height align valign
        color face size bgcolor border cellpadding cellspacing colspan rowspan target charset http-equiv action
        method media role datetime pubdate itemprop itemtype itemscope itemid rev cite label for selected checked
        disabled hidden async defer integrity crossorigin placeholder srcset sizes loading decoding poster controls
        autoplay loop preload usemap tabindex accesskey onclick onload onerror start reversed span scope headers
        summary abbr encoding prompt sandbox allow allowfullscreen referrerpolicy data-src data-original data-url
        data-time data-date data-id data-title data-author data-srcset aria-label aria-hidden aria-labelledby xmlns
        xml:lang clip-rule fill fill-rule stroke stroke-width d x y r cx cy rx ry x1 x2 y1 y2 points transform
        version text link vlink alink background nowrap noshade hspace vspace frameborder scrolling marginwidth
        marginheight maxlength minlength readonly required pattern multiple accept autocomplete download hreflang
        ping kind srclang muted open shape coords language event profile contenteditable draggable spellcheck slot
        part is nonce attributename attributetype basefrequency baseprofile calcmode clippathunits diffuseconstant
        edgemode filterunits glyphref gradienttransform gradientunits kernelmatrix kernelunitlength keypoints
        keysplines keytimes lengthadjust limitingconeangle markerheight markerunits markerwidth maskcontentunits
        maskunits numoctaves pathlength patterncontentunits patterntransform patternunits pointsatx pointsaty
        pointsatz preservealpha preserveaspectratio primitiveunits refx refy repeatcount repeatdur
        requiredextensions requiredfeatures specularconstant specularexponent spreadmethod startoffset stddeviation
        stitchtiles surfacescale systemlanguage tablevalues targetx targety textlength viewbox viewtarget
        xchannelselector ychannelselector zoomandpan definitionurl xlink:actuate xlink:arcrole xlink:href xlink:role
        xlink:show xlink:title xlink:type xml:space xmlns:xlink attributeName attributeType baseFrequency
        baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef gradientTransform
        gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle
        markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
        patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits
        refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent
        spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY
        textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan definitionURL xlink/actuate
        xlink/arcrole xlink/href xlink/role xlink/show xlink/title xlink/type xml/lang xml/space xmlns/xmlns
        xmlns/xlink
        """

    /// SVG's names with capitals; a parsed name in lower case becomes the one here.
    static let adjustedSVG: StaticString = """
        attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode
        filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines
        keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits
        numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ
        preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions
        requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles
        surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector
        yChannelSelector zoomAndPan
        """

    /// Names that get a namespace in foreign content. `xmlns` alone becomes `xmlns/xmlns`.
    static let namespaced: StaticString = """
        xlink/actuate xlink/arcrole xlink/href xlink/role xlink/show xlink/title xlink/type xml/lang xml/space
        xmlns/xmlns xmlns/xlink
        """
}
