package org.entente.stix.rule;

import java.util.List;

/// Open vocabularies and enumerations (STIX 2.1 §10), with the words Errata 01 adds to open ones:
/// `rust`, `legal`, `incident`, `private-sector`. Errata 01 exchanges §10.13 and §10.14; numbers
/// here are the standard's of 2021.
final class Vocabularies {
  static final Vocabulary ACCOUNT_TYPE =
      Vocabulary.of(
          "account-type-ov",
          "§10.1",
          """
          facebook ldap nis openid radius skype tacacs twitter unix windows-local windows-domain\
          """);
  static final Vocabulary ATTACK_MOTIVATION =
      Vocabulary.of(
          "attack-motivation-ov",
          "§10.2",
          """
          accidental coercion dominance ideology notoriety organizational-gain personal-gain
          personal-satisfaction revenge unpredictable\
          """);
  static final Vocabulary ATTACK_RESOURCE_LEVEL =
      Vocabulary.of(
          "attack-resource-level-ov",
          "§10.3",
          "individual club contest team organization government");
  static final Vocabulary ENCRYPTION_ALGORITHM =
      Vocabulary.of(
          "encryption-algorithm-enum",
          "§10.4",
          "AES-256-GCM ChaCha20-Poly1305 mime-type-indicated");
  static final Vocabulary EXTENSION_TYPE =
      Vocabulary.of(
          "extension-type-enum",
          "§10.5",
          "new-sdo new-sco new-sro property-extension toplevel-property-extension");
  static final Vocabulary GROUPING_CONTEXT =
      Vocabulary.of(
          "grouping-context-ov", "§10.6", "suspicious-activity malware-analysis unspecified");
  static final Vocabulary HASH_ALGORITHM =
      Vocabulary.of(
          "hash-algorithm-ov", "§10.7", "MD5 SHA-1 SHA-256 SHA-512 SHA3-256 SHA3-512 SSDEEP TLSH");
  static final Vocabulary IDENTITY_CLASS =
      Vocabulary.of(
          "identity-class-ov", "§10.8", "individual group system organization class unknown");
  static final Vocabulary IMPLEMENTATION_LANGUAGE =
      Vocabulary.of(
          "implementation-language-ov",
          "§10.9",
          """
          applescript bash c c++ c# go java javascript lua objective-c perl php powershell python
          ruby rust scala swift typescript visual-basic x86-32 x86-64\
          """);
  static final Vocabulary INDICATOR_TYPE =
      Vocabulary.of(
          "indicator-type-ov",
          "§10.10",
          """
          anomalous-activity anonymization benign compromised malicious-activity attribution
          unknown\
          """);
  static final Vocabulary INDUSTRY_SECTOR =
      Vocabulary.of(
          "industry-sector-ov",
          "§10.11",
          """
          agriculture aerospace automotive chemical commercial communications construction defense
          education energy entertainment financial-services government emergency-services
          government-local government-national government-public-services government-regional
          healthcare hospitality-leisure infrastructure dams nuclear water insurance legal
          manufacturing mining non-profit pharmaceuticals retail technology telecommunications transportation
          utilities\
          """);
  static final Vocabulary INFRASTRUCTURE_TYPE =
      Vocabulary.of(
          "infrastructure-type-ov",
          "§10.12",
          """
          amplification anonymization botnet command-and-control control-system exfiltration
          firewall hosting-malware hosting-target-lists phishing reconnaissance routers-switches
          staging unknown workstation\
          """);
  static final Vocabulary MALWARE_RESULT =
      Vocabulary.of("malware-result-ov", "§10.13", "malicious suspicious benign unknown");
  static final Vocabulary MALWARE_CAPABILITIES =
      Vocabulary.of(
          "malware-capabilities-ov",
          "§10.14",
          """
          accesses-remote-machines anti-debugging anti-disassembly anti-emulation
          anti-memory-forensics anti-sandbox anti-vm captures-input-peripherals
          captures-output-peripherals captures-system-state-data cleans-traces-of-infection
          commits-fraud communicates-with-c2 compromises-data-availability
          compromises-data-integrity compromises-system-availability controls-local-machine
          degrades-security-software degrades-system-updates determines-c2-server emails-spam
          escalates-privileges evades-av exfiltrates-data fingerprints-host hides-artifacts
          hides-executing-code infects-files infects-remote-machines installs-other-components
          persists-after-system-reboot prevents-artifact-access prevents-artifact-deletion
          probes-network-environment self-modifies steals-authentication-credentials
          violates-system-operational-integrity\
          """);
  static final Vocabulary MALWARE_TYPE =
      Vocabulary.of(
          "malware-type-ov",
          "§10.15",
          """
          adware backdoor bot bootkit ddos downloader dropper exploit-kit keylogger ransomware
          remote-access-trojan resource-exploitation rogue-security-software rootkit
          screen-capture spyware trojan unknown virus webshell wiper worm\
          """);
  static final Vocabulary SOCKET_ADDRESS_FAMILY =
      Vocabulary.of(
          "network-socket-address-family-enum",
          "§10.16",
          "AF_UNSPEC AF_INET AF_IPX AF_APPLETALK AF_NETBIOS AF_INET6 AF_IRDA AF_BTH");
  static final Vocabulary SOCKET_TYPE =
      Vocabulary.of(
          "network-socket-type-enum",
          "§10.17",
          "SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_RDM SOCK_SEQPACKET");
  static final Vocabulary MARKING_TYPE =
      Vocabulary.of("types of markings", "§7.2.1", "statement tlp");
  static final Vocabulary OPINION =
      Vocabulary.of(
          "opinion-enum", "§10.18", "strongly-disagree disagree neutral agree strongly-agree");
  static final Vocabulary PATTERN_TYPE =
      Vocabulary.of("pattern-type-ov", "§10.19", "stix pcre sigma snort suricata yara");
  static final Vocabulary PROCESSOR_ARCHITECTURE =
      Vocabulary.of(
          "processor-architecture-ov", "§10.20", "alpha arm ia-64 mips powerpc sparc x86 x86-64");
  static final Vocabulary REGION =
      Vocabulary.of(
          "region-ov",
          "§10.21",
          """
          africa eastern-africa middle-africa northern-africa southern-africa western-africa
          americas latin-america-caribbean south-america caribbean central-america
          northern-america asia central-asia eastern-asia southern-asia south-eastern-asia
          western-asia europe eastern-europe northern-europe southern-europe western-europe
          oceania antarctica australia-new-zealand melanesia micronesia polynesia\
          """);
  static final Vocabulary REPORT_TYPE =
      Vocabulary.of(
          "report-type-ov",
          "§10.22",
          """
          attack-pattern campaign identity incident indicator intrusion-set malware
          observed-data threat-actor threat-report tool vulnerability\
          """);
  static final Vocabulary THREAT_ACTOR_TYPE =
      Vocabulary.of(
          "threat-actor-type-ov",
          "§10.23",
          """
          activist competitor crime-syndicate criminal hacker insider-accidental
          insider-disgruntled nation-state private-sector sensationalist spy terrorist unknown\
          """);
  static final Vocabulary THREAT_ACTOR_ROLE =
      Vocabulary.of(
          "threat-actor-role-ov",
          "§10.24",
          """
          agent director independent infrastructure-architect infrastructure-operator
          malware-author sponsor\
          """);
  static final Vocabulary THREAT_ACTOR_SOPHISTICATION =
      Vocabulary.of(
          "threat-actor-sophistication-ov",
          "§10.25",
          "none minimal intermediate advanced expert innovator strategic");
  static final Vocabulary TOOL_TYPE =
      Vocabulary.of(
          "tool-type-ov",
          "§10.26",
          """
          denial-of-service exploitation information-gathering network-capture
          credential-exploitation remote-access vulnerability-scanning unknown\
          """);
  static final Vocabulary WINDOWS_INTEGRITY_LEVEL =
      Vocabulary.of("windows-integrity-level-enum", "§10.27", "low medium high system");
  static final Vocabulary WINDOWS_PEBINARY_TYPE =
      Vocabulary.of("windows-pebinary-type-ov", "§10.28", "dll exe sys");
  static final Vocabulary WINDOWS_REGISTRY_DATATYPE =
      Vocabulary.of(
          "windows-registry-datatype-enum",
          "§10.29",
          """
          REG_NONE REG_SZ REG_EXPAND_SZ REG_BINARY REG_DWORD REG_DWORD_BIG_ENDIAN
          REG_DWORD_LITTLE_ENDIAN REG_LINK REG_MULTI_SZ REG_RESOURCE_LIST
          REG_FULL_RESOURCE_DESCRIPTION REG_RESOURCE_REQUIREMENTS_LIST REG_QWORD
          REG_INVALID_TYPE\
          """);
  static final Vocabulary WINDOWS_SERVICE_START_TYPE =
      Vocabulary.of(
          "windows-service-start-type-enum",
          "§10.30",
          """
          SERVICE_AUTO_START SERVICE_BOOT_START SERVICE_DEMAND_START SERVICE_DISABLED
          SERVICE_SYSTEM_ALERT\
          """);
  static final Vocabulary WINDOWS_SERVICE_TYPE =
      Vocabulary.of(
          "windows-service-type-enum",
          "§10.31",
          """
          SERVICE_KERNEL_DRIVER SERVICE_FILE_SYSTEM_DRIVER SERVICE_WIN32_OWN_PROCESS
          SERVICE_WIN32_SHARE_PROCESS\
          """);
  static final Vocabulary WINDOWS_SERVICE_STATUS =
      Vocabulary.of(
          "windows-service-status-enum",
          "§10.32",
          """
          SERVICE_CONTINUE_PENDING SERVICE_PAUSE_PENDING SERVICE_PAUSED SERVICE_RUNNING
          SERVICE_START_PENDING SERVICE_STOP_PENDING SERVICE_STOPPED\
          """);

  static final List<Vocabulary> CLOSED =
      List.of(
          ENCRYPTION_ALGORITHM,
          EXTENSION_TYPE,
          SOCKET_ADDRESS_FAMILY,
          SOCKET_TYPE,
          OPINION,
          WINDOWS_INTEGRITY_LEVEL,
          WINDOWS_REGISTRY_DATATYPE,
          WINDOWS_SERVICE_START_TYPE,
          WINDOWS_SERVICE_TYPE,
          WINDOWS_SERVICE_STATUS);
  static final List<Vocabulary> OPEN =
      List.of(
          ACCOUNT_TYPE,
          ATTACK_MOTIVATION,
          ATTACK_RESOURCE_LEVEL,
          GROUPING_CONTEXT,
          HASH_ALGORITHM,
          IDENTITY_CLASS,
          IMPLEMENTATION_LANGUAGE,
          INDICATOR_TYPE,
          INDUSTRY_SECTOR,
          INFRASTRUCTURE_TYPE,
          MALWARE_RESULT,
          MALWARE_CAPABILITIES,
          MALWARE_TYPE,
          PATTERN_TYPE,
          PROCESSOR_ARCHITECTURE,
          REGION,
          REPORT_TYPE,
          THREAT_ACTOR_TYPE,
          THREAT_ACTOR_ROLE,
          THREAT_ACTOR_SOPHISTICATION,
          TOOL_TYPE,
          WINDOWS_PEBINARY_TYPE);

  private Vocabularies() {}
}
