#include <array>

#include "tape/furniture_cues.hpp"

namespace wirecopy::tape {

namespace {

// Phrases that pages use and reports do not; what reports use too is in the rows of products
// and acts below, which count only together.
constexpr std::array english_rows{
    // Law.
    CueRow{cue_stamp,
           "all rights reserved|some rights reserved|may not be published broadcast|"
           "published broadcast rewritten|without prior written|reproduction in whole or in part|"
           "reproduction by licence|for reprint permission|reprinted with permission|"
           "republished with permission|republished by arrangement|"
           "available under a creative commons|our terms of use|our terms and conditions|"
           "our privacy policy|our privacy notice|our cookie policy|our cookies policy|"
           "the google privacy policy|protected by recaptcha|we use cookies|"
           "this site uses cookies|by continuing to use|by continuing to read|"
           "by clicking on the accept|you agree to our|you agree to receive|"
           "agreeing to our terms|agree to receive email|read and accept the terms|"
           "any eligible news publisher|for licensing opportunities"},
    CueRow{cue_line_start,
           "published on|published at|posted on|posted at|posted by|published by|distributed by|"
           "reprinted from|edited by|compiled by|reporting by|editing by|writing by|reported by|"
           "originally published|originally appeared|first published|updated|"
           "additional reporting|with reporting"},
    CueRow{cue_opening_stamp,
           "sign up to receive|sign up to get|sign up you will|by signing up|by subscribing|"
           "by submitting|by entering your email|by providing your email|by clicking sign|"
           "republish this|republished from|registered trademark"},
    // Newsletters, subscriptions, accounts.
    CueRow{cue_stamp,
           "to your inbox|in your inbox|into your inbox|unsubscribe at any time|"
           "unsubscribe anytime|may unsubscribe|can unsubscribe|opt out at any time|"
           "sign up for our|sign up to our|sign up here|sign up now|sign up today|"
           "subscribe to our|subscribe here|subscribe now|subscribe today|signing up for our|"
           "newsletter sign up|email sign up|enter your email|enter your e mail|check your spam|"
           "confirm your subscription|manage newsletters|already a subscriber|already a member|"
           "already have an account|don t have an account|log in here|log in or|please log in|"
           "create an account|register here|unlimited digital access|choose the plan|"
           "choose your plan|start your free trial|start your subscription|subscribers only|"
           "for subscribers only|upgrade your browser|update your browser|enable javascript|"
           "your ad blocker|ad blocker|please try again later|invalid email|error has occurred|"
           "never miss a story|stay up to date with our|download our app|our daily newsletter|"
           "our weekly newsletter|our newsletters|our email newsletter|our morning newsletter|"
           "our free daily|our free weekly|our morning briefing"},
    CueRow{cue_opening_stamp,
           "thank you for subscribing|thank you for signing|thank you for reading|"
           "thanks for reading|thank you for supporting our|thank you for registering|"
           "thanks for signing|want more stories like|like what you re reading|like this story|"
           "enjoying this article|enjoyed this article|if you enjoyed this|if you liked this|"
           "already registered|not a subscriber|you must be logged|please select your|"
           "choose your country|select your country|please check to proceed|please re enter|"
           "please refresh|our newsletter|be the first to know|stay in the know|never miss|"
           "start the day smarter|start your day with"},
    // Support, commissions, sponsors.
    CueRow{cue_stamp,
           "support our journalism|support our work|please consider making a|"
           "please consider a gift|please consider a donation|please consider donating|"
           "please consider supporting|please consider subscribing|consider making a donation|"
           "make a contribution to|financial contribution will|your donation is|"
           "is a nonprofit newsroom|is a non profit newsroom|may earn a commission|"
           "affiliate links|affiliate link"},
    CueRow{cue_opening_stamp,
           "donate now|donate today|donate here|become a member|become a supporter|"
           "become a subscriber|make a donation|make a contribution|help us keep|"
           "our mission has never|shop now|buy now"},
    // Comments, tips, letters.
    CueRow{cue_stamp,
           "leave a comment|leave a reply|post a comment|join the conversation|"
           "join the discussion|comments are moderated|comments are closed|"
           "comments section below|the comments below|comments on this article|comment below|"
           "view comments|read comments|read our comment|our community guidelines|"
           "our comment policy|our newsdesk|send us your|send your tips|send letters to|"
           "send tips to|submit a letter|our submission guidelines|write to us at|email us at|"
           "contact us at|get in touch with us|we want to hear from|we d love to hear from|"
           "let us know in the|tell us what you think|follow our live|do you have a story|"
           "do you have information you|do you have a tip|"
           "if you would like to suggest a correction"},
    CueRow{cue_opening_stamp,
           "got a story|got a tip|have a tip|have a story|got a question|suggest a correction|"
           "please be polite|please read our|click here|click to|click for|click below|"
           "click through|tap here|tap the|scroll down|hover over|press play|view the full|"
           "read the full story|read the full article|read the original|read full story|"
           "read the rest|read more at|read more on|read more about|read more from|"
           "read more here|more from|more news from|more on this|for more on this|for more news|"
           "for more stories|for more from|for more information visit|"
           "for more information please|for more information about|for further information|"
           "for all the latest|for the latest news|for full coverage|catch up on|"
           "what to read next|you may also like|you might also like|you may also be|"
           "you might also be|you may be interested|recommended for you|follow our coverage|"
           "follow the latest|full coverage|visit our website|visit our homepage|visit our|"
           "check out our|read our|see our|watch our|listen to our|browse our|explore our|"
           "join our|follow us|like us|find us|join us on|share this|share on|share via|"
           "email this|print this|share share|tweet this|save this|copy link|back to top"},
    // Of the article itself.
    CueRow{cue_stamp,
           "contributed to this report|contributed to this article|contributed to this story|"
           "contributed reporting|contributed additional reporting|additional reporting by|"
           "additional writing by|rush transcript|may not be in its final form|"
           "not be in its final form|based in part on wire|do not necessarily reflect|"
           "does not necessarily reflect|not necessarily those of|do not necessarily represent|"
           "not necessarily represent|solely those of the|are the author own|"
           "columnists are their own|do not represent the views of|this is an opinion column|"
           "check back for updates|please check back|this article is more than|"
           "story has been shared"},
    CueRow{cue_opening_stamp,
           "the opinions expressed|opinions expressed|views expressed|the views expressed|"
           "the views and opinions|additional reporting|this is a developing story|"
           "this is a breaking|first published on|originally published|last updated|"
           "last modified|updated on|updated at|with reporting by|with reporting from|"
           "with files from|with additional reporting|with inputs from|"
           "this report contains material|this transcript|copy may not|editor note as a public"},
    CueRow{cue_self,
           "this article|this story|this post|this column|this piece|this essay|this content|"
           "this interview|this commentary|this material|an earlier version of this article|"
           "a version of this article|a version of this story|a version of this post"},
    CueRow{cue_origin,
           "originally published|originally appeared|first published|first appeared|appears in|"
           "appeared in print|republished|was published|was produced|reported by|was written by|"
           "has been updated|was updated|is being updated|will be updated|been edited for|"
           "is part of|appeared on|in partnership with|may not be|first ran"},
    // Labels before a colon, headings, lines that stand alone.
    CueRow{cue_long_label | cue_line,
           "read more|read also|read next|also read|see also|see more|more from|more on|"
           "more stories|more news|most read|most popular|most viewed|most shared|trending|"
           "trending now|related|related stories|related articles|related news|related content|"
           "related topics|related coverage|related links|related posts|recommended|"
           "recommended reading|further reading|don t miss|what to read|editor picks|our picks|"
           "top stories|latest news|you may also like|you might also like|from the archive|"
           "in other news|next story|previous story|up next|popular stories|watch more|watch now|"
           "watch live|watch below|listen now|go deeper|learn more|find out more|"
           "in case you missed it|must read|must reads|must watch|just watched|continue reading|"
           "keep reading|promoted stories|sponsored content|sponsored stories|paid content|"
           "around the web"},
    CueRow{cue_label | cue_line,
           "more|watch|watch video|listen|read|video|videos|photo|photos|pictures|picture|image|"
           "images|in pictures|gallery|photo gallery|slideshow|interactive|graphic|infographic|"
           "photograph|photographs|file photo|file picture|file image|picture caption|"
           "photo caption|image caption|caption|photo credit|image credit|picture credit|"
           "photo courtesy|image source|featured image|stock photo|screenshot|podcast|tags|"
           "filed under|topics|in this article|source|credit|categories|category|"
           "share this story|share this article|contributing|reporting|editing|writing|published|"
           "last updated|posted"},
    CueRow{cue_caption,
           "photo|photos|picture|pictures|image|images|photograph|photographs|photo credit|"
           "reuters photo|ap photo|afp photo|image credit|picture credit|photo courtesy|foto|"
           "fotos|bild|crédit photo"},
    CueRow{cue_line,
           "twitter|facebook|instagram|youtube|linkedin|advertisement|"
           "advertisement advertisement|comments unavailable|poll loading|complete coverage|"
           "advertising|sponsored|promoted|ad|ads|advertisement story continues below|"
           "story continued below|story continues below|story continues|article continues below|"
           "continue reading the main story|continue reading below|share|share this|tweet|pin|"
           "print|email|comment|comments|save|like|follow|subscribe|log in|login|log out|sign in|"
           "sign up|register|my account|account|menu|search|close|next|previous|back|home|"
           "homepage|contact us|contact|about us|help|faq|loading|show more|view more|view all|"
           "see all|read|newsletter|newsletters|newsletter sign up|sponsor message|hide caption|"
           "replay more videos|replay|play video|play|"
           "media playback is unsupported on your device|terms of use|terms of service|"
           "terms and conditions|terms|privacy|privacy policy|cookies|cookie policy|imprint|"
           "careers|accessibility|rss|rss feed|apps|staff|staff writer|staff reporter|"
           "staff reports|associated press|the associated press|opinion contributor|"
           "opinion columnist|analysis opinion|print edition|full article|full story|image|"
           "exclusive|thank you|thanks|post to facebook|ends|end|view comments|follow us|"
           "share share|facebook twitter|click here|most recent|latest|pullquote|ad policy|"
           "attachment|read full article|share article|copy link|email us|get the app|"
           "story highlights|show caption|top news"},
    CueRow{cue_line_opener,
           "image copyright|media caption|image caption|enlarge this image|hide caption|"
           "toggle caption|file photo|replay more|media playback|image via|images via|photo via|"
           "photos via|video via|photo by|photos by|photograph by|photography by|image by|"
           "video by|illustration by|graphic by|photo illustration|getty images|slideshow"},
    CueRow{cue_stamp, "toggle caption|hide caption|replay more videos|withdraw your consent"},
    CueRow{cue_picture,
           "getty images|getty|ap photo|afp|reuters|ap|epa|shutterstock|alamy|pa wire|istock|"
           "bloomberg|file photo|photo|photograph|photos|zuma|rex|xinhua|file|pool photo|"
           "wireimage|imago|upi|unsplash|flickr|wikimedia"},
    // Asking and offering: an act that opens the sentence and a product in it.
    CueRow{cue_act,
           "sign up|subscribe|register|join|follow|get|download|receive|enter your|visit|"
           "check out|listen|watch|read|want to get|keep up|connect with|hear|head to|go to|"
           "stay connected|stay informed|stay up to date|find us|get breaking|share this|"
           "please follow|please visit|please subscribe|please sign up|to subscribe|to sign up|"
           "to receive|to read more|to see more|to comment|to advertise|to donate|to learn more|"
           "for breaking news|for more news|for more|for news|want more|see more|add your"},
    // With an address or a handle.
    CueRow{cue_reach,
           "follow|contact|write to|write|email|e mail|reach|tweet|call|send|you can follow|"
           "you can reach|you can read|he can be reached|she can be reached|to contact|to reach|"
           "find her|find him|find me|contact us|reporter|to report|please contact|please email|"
           "send comments"},
    CueRow{cue_product,
           "newsletter|newsletters|inbox|mailing list|alerts|push notifications|on twitter|"
           "on facebook|on instagram|on youtube|on linkedin|on telegram|on whatsapp|on tiktok|"
           "on snapchat|via twitter|via facebook|via email|by email|via rss|our app|news app|"
           "mobile app|our podcast|podcasts|our website|our site|our channel|our homepage|"
           "homepage|our facebook|youtube channel|facebook page|twitter feed|facebook community|"
           "http|https|www|subscription|free trial|print edition|your subscription|subscriber|"
           "subscribers|membership|click here|this link|our live blog|rss|news delivered|"
           "delivered daily|our coverage|our special|morning briefing|playbook|this website|"
           "this page|this site"},
    CueRow{cue_voice, "our|ours|we|us|you|your|subscribers|members|readers"},
    CueRow{cue_narrated,
           "said|says|told|announced|argued|accused|alleged|alleges|claimed|claims|sued|"
           "testified|wrote|ruled|lawsuit|judge|jury|prosecutors|according|declined|denied|"
           "insisted|warned|ordered|agreed|settled|court|plaintiffs|infringement|critics|"
           "researchers|regulators|police|lawmakers"},
    // Bylines, press releases, letters.
    CueRow{cue_byline, "by|written by|story by|report by|by staff"},
    CueRow{cue_copyright, "copyright"},
    CueRow{cue_about, "about"},
    CueRow{cue_rest,
           "notes to editors|note to editors|notes for editors|notes to the editor|"
           "cautionary statement|forward looking statements|forward looking statement|"
           "safe harbor|safe harbor statement|safe harbour statement|disclaimer|"
           "cautionary note regarding forward looking statements|"
           "cautionary statement regarding forward looking statements"},
    CueRow{cue_label,
           "forward looking statements|safe harbor|safe harbor statement|disclaimer|"
           "media contact|media contacts|press contact|press contacts|contact|contacts|"
           "investor contact|investor relations|company contact|media enquiries|media inquiries|"
           "for media inquiries|for media enquiries|for further information|for more information|"
           "tel|phone|fax"},
    CueRow{cue_contact,
           "media contact|media contacts|press contact|press contacts|contact|contacts|"
           "contact information|contact details|investor contact|investor contacts|"
           "investor relations|investor relations contact|company contact|media relations|"
           "for media inquiries|for media enquiries|for further information|for more information|"
           "for further information please contact|for more information please contact"},
    CueRow{cue_stamp,
           "this release contains forward|press release contains forward|"
           "contains forward looking statements|within the meaning of the private securities|"
           "forward looking statements within|undertakes no obligation to update|"
           "actual results may differ materially|actual results could differ materially|"
           "high resolution photographs|photos accompanying this|view original content|"
           "view source version|prior results do not guarantee"},
    CueRow{cue_opening_stamp,
           "for immediate release|embargoed until|not for release before|attorney advertising|"
           "logo http|photo http"},
    CueRow{cue_links,
           "related|related stories|related articles|related news|related content|"
           "related coverage|related links|read more|read next|read also|see also|most read|"
           "most popular|most viewed|trending|trending now|recommended|recommended reading|"
           "further reading|more stories|more news|top stories|latest news|editor picks|"
           "you may also like|you might also like|around the web|promoted stories|"
           "sponsored stories|more from"},
    CueRow{cue_closing,
           "yours sincerely|sincerely|yours faithfully|yours truly|best regards|kind regards|"
           "warm regards|respectfully|respectfully yours"},
};

}  // namespace

std::span<const CueRow> english_cue_rows() noexcept {
    return english_rows;
}

}  // namespace wirecopy::tape
