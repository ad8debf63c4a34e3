/**
 * The fields of education and training of ISCED-F 2013, one per line: code, English label, French label. Broad fields have two
 * digits, narrow fields three, detailed fields four.
 *
 * Labels of the classification © UNESCO and European Union, CC BY 4.0, from the Publications Office's table.
 * Changed here: typographic apostrophes; French agreements (non classées, non définies), `protection sociale`,
 * `réseaux`, commas of field 08; French labels of 0321 and 0322, which the table gives in English only.
 */
export const iscedFLabels: ReadonlyArray<readonly [code: string, en: string, fr: string]> = `
00|Generic programmes and qualifications|Programmes et certifications génériques
000|Generic programmes and qualifications not further defined|Programmes et certifications génériques non définis
0000|Generic programmes and qualifications not further defined|Programmes et certifications génériques non définis
001|Basic programmes and qualifications|Programmes et certifications de base
0011|Basic programmes and qualifications|Programmes et certifications de base
002|Literacy and numeracy|Alphabétisation et apprentissage du calcul
0021|Literacy and numeracy|Alphabétisation et apprentissage du calcul
003|Personal skills and development|Compétences et développement personnels
0031|Personal skills and development|Compétences et développement personnels
009|Generic programmes and qualifications not elsewhere classified|Programmes et certifications génériques non classés ailleurs
0099|Generic programmes and qualifications not elsewhere classified|Programmes et certifications génériques non classés ailleurs
01|Education|Éducation
011|Education|Éducation
0110|Education not further defined|Éducation non définie
0111|Education science|Sciences de l’éducation
0112|Training for pre-school teachers|Formation des enseignants au niveau préscolaire
0113|Teacher training without subject specialisation|Formation des enseignants sans spécialisation
0114|Teacher training with subject specialisation|Formation des enseignants avec spécialisation
0119|Education not elsewhere classified|Éducation non classée ailleurs
018|Inter-disciplinary programmes and qualifications involving education|Programmes interdisciplinaires et certifications impliquant l’éducation
0188|Inter-disciplinary programmes and qualifications involving education|Programmes interdisciplinaires et certifications impliquant l’éducation
02|Arts and humanities|Lettres et arts
020|Arts and humanities not further defined|Lettres et arts non définis
0200|Arts and humanities not further defined|Lettres et arts non définis
021|Arts|Arts
0210|Arts not further defined|Arts non définis
0211|Audio-visual techniques and media production|Techniques audiovisuelles et production multimédia
0212|Fashion, interior and industrial design|Stylisme, décoration et design industriel
0213|Fine arts|Beaux-arts
0214|Handicrafts|Artisanat
0215|Music and performing arts|Musique, théâtre, danse, cirque
0219|Arts not elsewhere classified|Arts non classés ailleurs
022|Humanities (except languages)|Lettres (à l’exception des langues)
0220|Humanities (except languages) not further defined|Lettres (à l’exception des langues) non définies
0221|Religion and theology|Religion et théologie
0222|History and archaeology|Histoire et archéologie
0223|Philosophy and ethics|Philosophie et morale
0228|Inter-disciplinary programmes and qualifications involving humanities|Programmes interdisciplinaires et certifications impliquant les lettres
0229|Humanities (except languages) not elsewhere classified|Lettres (à l’exception des langues) non classées ailleurs
023|Languages|Langues
0230|Languages not further defined|Langues non définies
0231|Language acquisition|Acquisition d’une langue
0232|Literature and linguistics|Littérature et linguistique
0239|Languages not elsewhere classified|Langues non classées ailleurs
028|Inter-disciplinary programmes and qualifications involving arts and humanities|Programmes interdisciplinaires et certifications impliquant les arts et les lettres
0288|Inter-disciplinary programmes and qualifications involving arts and humanities|Programmes interdisciplinaires et certifications impliquant les arts et les lettres
029|Arts and humanities not elsewhere classified|Arts et lettres non classés ailleurs
0299|Arts and humanities not elsewhere classified|Arts et lettres non classés ailleurs
03|Social sciences, journalism and information|Sciences sociales, journalisme et information
030|Social sciences, journalism and information not further defined|Sciences sociales, journalisme et information non définis
0300|Social sciences, journalism and information not further defined|Sciences sociales, journalisme et information non définis
031|Social and behavioural sciences|Sciences sociales et du comportement
0310|Social and behavioural sciences not further defined|Sciences sociales et du comportement non définies
0311|Economics|Économie
0312|Political sciences and civics|Sciences politiques et éducation civique
0313|Psychology|Psychologie
0314|Sociology and cultural studies|Sociologie et études culturelles
0319|Social and behavioural sciences not elsewhere classified|Sciences sociales et du comportement non classées ailleurs
032|Journalism and information|Journalisme et information
0320|Journalism and information not further defined|Journalisme et information non définis
0321|Journalism and reporting|Journalisme et reportage
0322|Library, information and archival studies|Bibliothéconomie, information et archivistique
0329|Journalism and information not elsewhere classified|Journalisme et information non classés ailleurs
038|Inter-disciplinary programmes and qualifications involving social sciences, journalism and information|Programmes interdisciplinaires et certifications impliquant les sciences sociales, le journalisme et l’information
0388|Inter-disciplinary programmes and qualifications involving social sciences, journalism and information|Programmes interdisciplinaires et certifications impliquant les sciences sociales, le journalisme et l’information
039|Social sciences, journalism and information not elsewhere classified|Sciences sociales, journalisme et information non classés ailleurs
0399|Social sciences, journalism and information not elsewhere classified|Sciences sociales, journalisme et information non classés ailleurs
04|Business, administration and law|Commerce, administration et droit
040|Business, administration and law not further defined|Commerce, administration et droit non définis
0400|Business, administration and law not further defined|Commerce, administration et droit non définis
041|Business and administration|Commerce et administration
0410|Business and administration not further defined|Commerce et administration non définis
0411|Accounting and taxation|Comptabilité et fiscalité
0412|Finance, banking and insurance|Finance, banque et assurances
0413|Management and administration|Gestion et administration
0414|Marketing and advertising|Marketing et publicité
0415|Secretarial and office work|Travail de secrétariat et de bureau
0416|Wholesale and retail sales|Vente en gros et au détail
0417|Work skills|Compétences professionnelles
0419|Business and administration not elsewhere classified|Commerce et administration non classés ailleurs
042|Law|Droit
0421|Law|Droit
048|Inter-disciplinary programmes and qualifications involving business, administration and law|Programmes interdisciplinaires et certifications impliquant le commerce, l’administration et le droit
0488|Inter-disciplinary programmes and qualifications involving business, administration and law|Programmes interdisciplinaires et certifications impliquant le commerce, l’administration et le droit
049|Business, administration and law not elsewhere classified|Commerce, administration et droit non classés ailleurs
0499|Business, administration and law not elsewhere classified|Commerce, administration et droit non classés ailleurs
05|Natural sciences, mathematics and statistics|Sciences naturelles, mathématiques et statistiques
050|Natural sciences, mathematics and statistics not further defined|Sciences naturelles, mathématiques et statistiques non définies
0500|Natural sciences, mathematics and statistics not further defined|Sciences naturelles, mathématiques et statistiques non définies
051|Biological and related sciences|Sciences biologiques et apparentées
0510|Biological and related sciences not further defined|Sciences biologiques et apparentées non définies
0511|Biology|Biologie
0512|Biochemistry|Biochimie
0519|Biological and related sciences not elsewhere classified|Sciences biologiques et apparentées non classées ailleurs
052|Environment|Environnement
0520|Environment not further defined|Environnement non défini
0521|Environmental sciences|Sciences environnementales
0522|Natural environments and wildlife|Environnements naturels et faune et flore
0529|Environment not elsewhere classified|Environnement non classé ailleurs
053|Physical sciences|Sciences physiques
0530|Physical sciences not further defined|Sciences physiques non définies
0531|Chemistry|Chimie
0532|Earth sciences|Sciences de la Terre
0533|Physics|Physique
0539|Physical sciences not elsewhere classified|Sciences physiques non classées ailleurs
054|Mathematics and statistics|Mathématiques et statistiques
0540|Mathematics and statistics not further defined|Mathématiques et statistiques non définies
0541|Mathematics|Mathématiques
0542|Statistics|Statistiques
058|Inter-disciplinary programmes and qualifications involving natural sciences, mathematics and statistics|Programmes interdisciplinaires et certifications impliquant les sciences naturelles, mathématiques et statistiques
0588|Inter-disciplinary programmes and qualifications involving natural sciences, mathematics and statistics|Programmes interdisciplinaires et certifications impliquant les sciences naturelles, mathématiques et statistiques
059|Natural sciences, mathematics and statistics not elsewhere classified|Sciences naturelles, mathématiques et statistiques non classées ailleurs
0599|Natural sciences, mathematics and statistics not elsewhere classified|Sciences naturelles, mathématiques et statistiques non classées ailleurs
06|Information and Communication Technologies (ICTs)|Technologies de l’information et de la communication (TIC)
061|Information and Communication Technologies (ICTs)|Technologies de l’information et de la communication (TIC)
0610|Information and Communication Technologies (ICTs) not further defined|Technologies de l’information et de la communication (TIC) non définies
0611|Computer use|Utilisation d’un ordinateur
0612|Database and network design and administration|Conception et administration de bases de données et de réseaux
0613|Software and applications development and analysis|Développement et analyse de logiciels et d’applications
0619|Information and Communication Technologies (ICTs) not elsewhere classified|Technologies de l’information et de la communication (TIC) non classées ailleurs
068|Inter-disciplinary programmes and qualifications involving Information and Communication Technologies (ICTs)|Programmes interdisciplinaires et certifications impliquant les technologies de l’information et de la communication (TIC)
0688|Inter-disciplinary programmes and qualifications involving Information and Communication Technologies (ICTs)|Programmes interdisciplinaires et certifications impliquant les technologies de l’information et de la communication (TIC)
07|Engineering, manufacturing and construction|Ingénierie, industries de transformation et construction
070|Engineering, manufacturing and construction not further defined|Ingénierie, industries de transformation et construction non définies
0700|Engineering, manufacturing and construction not further defined|Ingénierie, industries de transformation et construction non définies
071|Engineering and engineering trades|Ingénierie et techniques apparentées
0710|Engineering and engineering trades not further defined|Ingénierie et techniques apparentées non définies
0711|Chemical engineering and processes|Ingénierie chimique et processus
0712|Environmental protection technology|Technologie de la protection de l’environnement
0713|Electricity and energy|Électricité et énergie
0714|Electronics and automation|Électronique et automatisation
0715|Mechanics and metal trades|Mécanique et techniques apparentées
0716|Motor vehicles, ships and aircraft|Véhicules à moteur, bateaux et aéronefs
0719|Engineering and engineering trades not elsewhere classified|Ingénierie et techniques apparentées non classées ailleurs
072|Manufacturing and processing|Industries de transformation et de traitement
0720|Manufacturing and processing not further defined|Industries de transformation et de traitement non définies
0721|Food processing|Traitement des aliments
0722|Materials (glass, paper, plastic and wood)|Matériaux (verre, papier, plastique et bois)
0723|Textiles (clothes, footwear and leather)|Textiles (vêtements, chaussures et cuir)
0724|Mining and extraction|Exploitation minière et extraction
0729|Manufacturing and processing not elsewhere classified|Industries de transformation et de traitement non classées ailleurs
073|Architecture and construction|Architecture et bâtiment
0730|Architecture and construction not further defined|Architecture et bâtiment non définis
0731|Architecture and town planning|Architecture et urbanisme
0732|Building and civil engineering|Construction et génie civil
078|Inter-disciplinary programmes and qualifications involving engineering, manufacturing and construction|Programmes interdisciplinaires et certifications impliquant l’ingénierie, les industries de transformation et la construction
0788|Inter-disciplinary programmes and qualifications involving engineering, manufacturing and construction|Programmes interdisciplinaires et certifications impliquant l’ingénierie, les industries de transformation et la construction
079|Engineering, manufacturing and construction not elsewhere classified|Ingénierie, industries de transformation et construction non classées ailleurs
0799|Engineering, manufacturing and construction not elsewhere classified|Ingénierie, industries de transformation et construction non classées ailleurs
08|Agriculture, forestry, fisheries and veterinary|Agriculture, sylviculture, halieutique et sciences vétérinaires
080|Agriculture, forestry, fisheries and veterinary not further defined|Agriculture, sylviculture, halieutique et sciences vétérinaires non définies
0800|Agriculture, forestry, fisheries and veterinary not further defined|Agriculture, sylviculture, halieutique et sciences vétérinaires non définies
081|Agriculture|Agriculture
0810|Agriculture not further defined|Agriculture non définie
0811|Crop and livestock production|Culture et élevage
0812|Horticulture|Horticulture
0819|Agriculture not elsewhere classified|Agriculture non classée ailleurs
082|Forestry|Sylviculture
0821|Forestry|Sylviculture
083|Fisheries|Halieutique
0831|Fisheries|Halieutique
084|Veterinary|Sciences vétérinaires
0841|Veterinary|Sciences vétérinaires
088|Inter-disciplinary programmes and qualifications involving agriculture, forestry, fisheries and veterinary|Programmes interdisciplinaires et certifications impliquant l’agriculture, la sylviculture, l’halieutique et les sciences vétérinaires
0888|Inter-disciplinary programmes and qualifications involving agriculture, forestry, fisheries and veterinary|Programmes interdisciplinaires et certifications impliquant l’agriculture, la sylviculture, l’halieutique et les sciences vétérinaires
089|Agriculture, forestry, fisheries and veterinary not elsewhere classified|Agriculture, sylviculture, halieutique et sciences vétérinaires non classées ailleurs
0899|Agriculture, forestry, fisheries and veterinary not elsewhere classified|Agriculture, sylviculture, halieutique et sciences vétérinaires non classées ailleurs
09|Health and welfare|Santé et protection sociale
090|Health and welfare not further defined|Santé et protection sociale non définies
0900|Health and welfare not further defined|Santé et protection sociale non définies
091|Health|Santé
0910|Health not further defined|Santé non définie
0911|Dental studies|Études dentaires
0912|Medicine|Médecine
0913|Nursing and midwifery|Soins infirmiers et formation de sages-femmes
0914|Medical diagnostic and treatment technology|Diagnostic médical et technologie de traitement
0915|Therapy and rehabilitation|Thérapie et rééducation
0916|Pharmacy|Pharmacie
0917|Traditional and complementary medicine and therapy|Médecine et thérapies traditionnelles et complémentaires
0919|Health not elsewhere classified|Santé non classée ailleurs
092|Welfare|Protection sociale
0920|Welfare not further defined|Protection sociale non définie
0921|Care of the elderly and of disabled adults|Soins gérontologiques et aux adultes handicapés
0922|Child care and youth services|Soins aux enfants et à la jeunesse
0923|Social work and counselling|Travail social et orientation
0929|Welfare not elsewhere classified|Protection sociale non classée ailleurs
098|Inter-disciplinary programmes and qualifications involving health and welfare|Programmes interdisciplinaires et certifications impliquant la santé et la protection sociale
0988|Inter-disciplinary programmes and qualifications involving health and welfare|Programmes interdisciplinaires et certifications impliquant la santé et la protection sociale
099|Health and welfare not elsewhere classified|Santé et protection sociale non classées ailleurs
0999|Health and welfare not elsewhere classified|Santé et protection sociale non classées ailleurs
`
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', en = '', fr = ''] = line.split('|')
    return [code, en, fr]
  })
