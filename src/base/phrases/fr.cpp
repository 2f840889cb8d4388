// French. No-break spaces stand before what is double: colon, semicolon, guillemets.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText french_texts[] = {
    {Phrase::contents, "Table des matières"},
    {Phrase::landmarks, "Points de repère"},
    {Phrase::start_of_text, "Début du texte"},
    {Phrase::cover, "Couverture"},
    {Phrase::cover_of, "Couverture : {a}"},
    {Phrase::from_the_blog, "Du blog {a}"},
    {Phrase::period, "du {a} au {b}"},
    {Phrase::readers_comments, "Commentaires des lecteurs"},
    {Phrase::comments_on, "Sur « {a} »"},
    {Phrase::comments_on_part, "Sur « {a} » ({b} sur {c})"},
    {Phrase::comments_title, "Commentaires sur « {a} »"},
    {Phrase::continued, "{a} (suite, {b} sur {c})"},
    {Phrase::to_comments, "{n} commentaire sur ce chapitre|{n} commentaires sur ce chapitre"},
    {Phrase::to_chapter, "Retour au chapitre « {a} »"},
    {Phrase::comments_summary, "{n} commentaire|{n} commentaires"},
    {Phrase::people_count, "{n} personne|{n} personnes"},
    {Phrase::comments_from, "{a} de {b}."},
    {Phrase::comments_retrieved, "{a} de {b}, état au {c}."},
    {Phrase::comments_order,
     "Les commentaires sont donnés en entier, dans l’ordre où ils ont été publiés ; une réponse se trouve sous le "
     "commentaire auquel elle répond. Au-delà de trois niveaux, les conversations se poursuivent au troisième et "
     "indiquent à qui elles répondent."},
    {Phrase::by_post_author, "auteur"},
    {Phrase::in_reply_to, "en réponse à {a}"},
    {Phrase::anonymous, "Anonyme"},
    {Phrase::likes, "{n} mention « J’aime »|{n} mentions « J’aime »"},
    {Phrase::removed_comment, "un commentaire supprimé"},
    {Phrase::comment_removed, "Un commentaire se trouvait ici ; il a été supprimé sur le blog."},
    {Phrase::first_published, "Première publication le {a} sur {b}."},
    {Phrase::first_published_updated, "Première publication le {a}, mise à jour le {b}, sur {c}."},
    {Phrase::published_at, "Publié sur {a}."},
    {Phrase::notes, "Notes"},
    {Phrase::back_to_text, "Retour au texte, note {a}"},
    {Phrase::photo, "Photo"},
    {Phrase::photo_undescribed, "Photo sans description"},
    {Phrase::photo_missing, "Cette photo n’a pas pu être récupérée : {a}"},
    {Phrase::photo_source, "Elle se trouvait à l’adresse {a}"},
    {Phrase::gallery, "Galerie, {n} photo|Galerie, {n} photos"},
    {Phrase::still_of, "Image extraite de : {a}"},
    {Phrase::video, "Vidéo"},
    {Phrase::audio, "Enregistrement audio"},
    {Phrase::map, "Carte"},
    {Phrase::embedded, "Contenu intégré"},
    {Phrase::embed_not_included, "Non inclus dans ce livre. En ligne :"},
    {Phrase::photo_here, "[photo : {a}]"},
    {Phrase::pull_quote, "Citation mise en exergue"},
    {Phrase::about_book, "À propos de ce livre"},
    {Phrase::about_summary, "Ce livre réunit {a}, {b} et {c}."},
    {Phrase::posts_count, "{n} billet|{n} billets"},
    {Phrase::photos_count, "{n} photo|{n} photos"},
    {Phrase::sources, "Sources"},
    {Phrase::label_series, "Série"},
    {Phrase::changes_and_losses, "Ce qui manque ou a changé"},
    {Phrase::nothing_lost, "Rien ne s’est perdu en chemin."},
    {Phrase::rights, "Droits"},
    {Phrase::rights_notice,
     "© {a} {b} ; chaque commentaire © son auteur. Copie de lecture personnelle d’un blog public."},
    {Phrase::how_made, "Fabrication"},
    {Phrase::made_with, "Réalisé avec {a} à partir des pages mêmes du blog."},
    {Phrase::label_author, "Auteur"},
    {Phrase::label_published, "Publication"},
    {Phrase::label_updated, "Mise à jour"},
    {Phrase::label_address, "Adresse"},
    {Phrase::label_retrieved, "Consultation"},
    {Phrase::accessibility_all, "Chaque image porte la description écrite par son auteur."},
    {Phrase::accessibility_some,
     "Images : {n}. Décrites par leur auteur : {a}. Sans description, et annoncées comme photos sans description : "
     "{b}."},
    {Phrase::accessibility_none, "Le livre ne contient pas d’images."},
    {Phrase::no_conformance_claim,
     "Aucune conformité n’est revendiquée : ce livre a été produit par un logiciel et n’a été évalué par personne."},
    {Phrase::title_page, "Page de titre"},
    {Phrase::lost_posts, "{n} billet n’a pas pu être lu et manque.|{n} billets n’ont pas pu être lus et manquent."},
    {Phrase::lost_parts,
     "{n} partie que la série mentionne n’a pas été trouvée.|{n} parties que la série mentionne n’ont pas été "
     "trouvées."},
    {Phrase::lost_comments,
     "Sous {n} billet, le blog compte plus de commentaires qu’il n’en a été trouvé.|Sous {n} billets, le blog compte "
     "plus de commentaires qu’il n’en a été trouvé."},
    {Phrase::lost_images,
     "{n} image n’a pas pu être récupérée ; une note la remplace.|{n} images n’ont pas pu être récupérées ; une note "
     "remplace chacune d’elles."},
    {Phrase::lost_embeds,
     "{n} vidéo, carte ou lecteur n’est pas inclus, mais mentionné à sa place.|{n} vidéos, cartes ou lecteurs ne sont "
     "pas inclus, mais mentionnés à leur place."},
    {Phrase::vanished_posts,
     "{n} billet a disparu du site et reste ici tel qu’il était.|{n} billets ont disparu du site et restent ici tels "
     "qu’ils étaient."},
    {Phrase::rescued_posts,
     "{n} billet a disparu du site et provient d’une archive du web.|{n} billets ont disparu du site et proviennent "
     "d’une archive du web."},
    {Phrase::rescued_images,
     "{n} image a disparu du web et provient d’une archive du web.|{n} images ont disparu du web et proviennent d’une "
     "archive du web."},
    {Phrase::new_posts, "{n} billet est nouveau dans cette édition :|{n} billets sont nouveaux dans cette édition :"},
    {Phrase::changed_posts,
     "{n} billet a changé depuis la dernière édition :|{n} billets ont changé depuis la dernière édition :"},
    {Phrase::lost_other, "{n} changement mineur a été nécessaire.|{n} changements mineurs ont été nécessaires."},
    {Phrase::more_losses, "… et {n} autre|… et {n} autres"},
    {Phrase::references, "Liens depuis d’autres sites"},
    {Phrase::volume, "{a}, volume {b}"},
    {Phrase::readers_font, "Le texte est composé dans la police de votre liseuse."},
    {Phrase::fonts_within, "Polices incluses dans ce livre : {a}."},
};
static_assert(is_complete(french_texts, plural_rules::one_below_two));

}  // namespace

constinit const PhraseTable phrase_tables::french{
    .tags = "fr",
    .plurals = plural_rules::one_below_two,
    .day_format = "{d} {m} {y}",
    .moment_format = "{a}, {b}",
    .first_of_month = "1er",
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
               "novembre", "décembre"},
    .punctuation = {.colon = " : "},
    .texts = french_texts,
};

}  // namespace blogbind
